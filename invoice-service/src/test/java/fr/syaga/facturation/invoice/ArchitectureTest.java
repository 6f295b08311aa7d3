package fr.syaga.facturation.invoice;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

@AnalyzeClasses(packages = "fr.syaga.facturation.invoice", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule moneyKnowsOnlyTheJdk = classes()
            .that()
            .resideInAPackage("..money..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "..money..");

    @ArchTest
    static final ArchRule theFeaturesHaveNoLoop =
            slices().matching("fr.syaga.facturation.invoice.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule theLedgerCallsNobody = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.eclipse.microprofile.rest.client..", "java.net.http..");
}
