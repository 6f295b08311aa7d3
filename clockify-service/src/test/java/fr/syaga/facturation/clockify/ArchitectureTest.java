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
    static final ArchRule packagesAreFreeOfCycles =
            slices().matching("fr.syaga.facturation.clockify.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule trackedTimeKnowsNoSourceNoRuleNoPriceAndNoBill = noClasses()
            .that()
            .resideInAnyPackage("..clockify.timesheet..", "..clockify.merge..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..clockify.api..",
                    "..clockify.sync..",
                    "..clockify.csv..",
                    "..clockify.timer..",
                    "..clockify.webhook..",
                    "..clockify.conflict..",
                    "..clockify.category..",
                    "..clockify.billing..",
                    "..clockify.customer..",
                    "..clockify.mapping..",
                    "..clockify.rate..",
                    "..clockify.listing..",
                    "..clockify.recurrence..");

    @ArchTest
    static final ArchRule resourcesAreNobodysToCall =
            classes().that().areAnnotatedWith(Path.class).should().bePackagePrivate();
}
