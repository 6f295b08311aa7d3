package fr.syaga.facturation.clockify;

import jakarta.ws.rs.Path;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

@AnalyzeClasses(packages = "fr.syaga.facturation.clockify", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule featuresHaveNoLoop =
            slices().matching("fr.syaga.facturation.clockify.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule trackedTimeKnowsNoSourceNoRuleAndNoBill = noClasses()
            .that()
            .resideInAPackage("..timesheet..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..source..", "..category..", "..billing..", "..customer..", "..recurrence..");

    @ArchTest
    static final ArchRule resourcesAreNobodysToCall =
            classes().that().areAnnotatedWith(Path.class).should().bePackagePrivate();
}
