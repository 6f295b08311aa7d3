package fr.syaga.facturation.export;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/** What may know what in this service. */
@AnalyzeClasses(packagesOf = ArchitectureTest.class, importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule renderersReadNoDatabaseAndCallNobody = noClasses()
            .that()
            .resideInAnyPackage(
                    "..document..", "..table..", "..paper..", "..einvoice..", "..fec..", "..oxygenexml..", "..french..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.persistence..", "java.sql..", "org.eclipse.microprofile.rest.client..");

    @ArchTest
    static final ArchRule featuresFormNoLoop =
            slices().matching("fr.syaga.facturation.export.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule onlyTheClientKnowsTheNeighboursAddresses =
            classes().that().haveSimpleNameEndingWith("Api").should().bePackagePrivate();
}
