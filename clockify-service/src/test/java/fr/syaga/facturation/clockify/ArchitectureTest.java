package fr.syaga.facturation.clockify;

import jakarta.ws.rs.Path;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;

import fr.syaga.facturation.edge.WrittenBack;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

@AnalyzeClasses(packages = "fr.syaga.facturation.clockify", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    /** The annotation of a request names the view that it may be made of; it calls nothing there. */
    private static final DescribedPredicate<JavaClass> NAMES_WHAT_IS_WRITTEN_BACK =
            CanBeAnnotated.Predicates.annotatedWith(WrittenBack.class).forSubtype();

    private static final DescribedPredicate<JavaClass> VIEW =
            JavaClass.Predicates.simpleNameEndingWith("View").forSubtype();

    @ArchTest
    static final ArchRule featuresHaveNoLoop =
            slices().matching("fr.syaga.facturation.clockify.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule packagesAreFreeOfCycles =
            slices().matching("fr.syaga.facturation.clockify.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule classesAreFreeOfCycles = slices().assignedFrom(new EachClass())
            .should()
            .beFreeOfCycles()
            .ignoreDependency(NAMES_WHAT_IS_WRITTEN_BACK, VIEW);

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

    /** A class and what is nested in it is one slice. */
    private static final class EachClass implements SliceAssignment {

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
            JavaClass outermost = javaClass;
            while (outermost.getEnclosingClass().isPresent()) {
                outermost = outermost.getEnclosingClass().get();
            }
            return SliceIdentifier.of(outermost.getName());
        }

        @Override
        public String getDescription() {
            return "each outermost class";
        }
    }
}
