package fr.syaga.facturation.recurrence;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/** The boundaries inside the service. */
@AnalyzeClasses(packages = "fr.syaga.facturation.recurrence", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule DETECTION_IS_A_PURE_FUNCTION = classes()
            .that()
            .resideInAPackage("..detection..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "..recurrence.detection..", "..recurrence.schedule..");

    /** The calendar of holidays is one of those: it knows years, and no clock. */
    @ArchTest
    static final ArchRule SCHEDULES_ARE_PURE_DATES = classes()
            .that()
            .resideInAPackage("..schedule..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "de.focus_shift.jollyday..", "..recurrence.schedule..");

    @ArchTest
    static final ArchRule SCHEDULES_KNOW_LOCAL_DATES_AND_NO_INSTANTS = noClasses()
            .that()
            .resideInAPackage("..schedule..")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Instant.class, ZonedDateTime.class, OffsetDateTime.class, ZoneId.class, Clock.class);

    @ArchTest
    static final ArchRule DETECTION_KNOWS_NO_CLOCK = noClasses()
            .that()
            .resideInAnyPackage("..detection..", "..schedule..")
            .should()
            .callMethod(java.time.LocalDate.class, "now")
            .orShould()
            .callMethod(java.time.Instant.class, "now");

    @ArchTest
    static final ArchRule FEATURES_HAVE_NO_LOOP =
            slices().matching("fr.syaga.facturation.recurrence.(*)..").should().beFreeOfCycles();
}
