package fr.syaga.facturation.clockify.merge;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fr.syaga.facturation.clockify.timesheet.EntryDetails;
import fr.syaga.facturation.clockify.timesheet.ReportedEntry;
import fr.syaga.facturation.clockify.timesheet.TimeEntry;

import static org.assertj.core.api.Assertions.assertThat;

class FileOnlyTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    /** The file has 9 to 10 in Paris, Camille, project P, text Support. */
    @ParameterizedTest
    @CsvSource({
        "camille, P, Support, 07:00, 09:00, true",
        "camille, P, Support, 07:30, 08:30, true",
        "camille, P, Audit,   07:50, 09:50, true",
        "camille, Q, Support, 07:50, 09:50, true",
        "camille, Q, Audit,   07:10, 08:10, true",
        "camille, Q, Audit,   07:50, 09:50, false",
        "camille, P, Support, 13:00, 14:00, true",
        "camille, P, Audit,   13:00, 14:00, false",
        "camille, P, Audit,   08:00, 09:00, false",
        "noe,     P, Support, 07:00, 08:00, false"
    })
    void anEditIsOfTheSamePersonAndOverlapsOrStaysWithinTheDay(
            String person, String project, String text, String from, String to, boolean edit) {
        TimeEntry orphan = entry(null, "camille", "P", "Support", "07:00", "08:00");
        TimeEntry known = entry("id", person, project, text, from, to);

        assertThat(new FileOnly(List.of(orphan, known)).meantBy(orphan).isPresent())
                .isEqualTo(edit);
    }

    @Test
    void theLongestOverlapIsMeant() {
        TimeEntry orphan = entry(null, "camille", "P", "Support", "07:00", "08:00");
        TimeEntry little = entry("a", "camille", "P", "Support", "06:30", "07:20");
        TimeEntry much = entry("b", "camille", "P", "Support", "07:10", "09:00");

        assertThat(new FileOnly(List.of(orphan, little, much)).meantBy(orphan)).contains(much);
    }

    private static TimeEntry entry(String id, String person, String project, String text, String from, String to) {
        EntryDetails details = new EntryDetails(person, person + "@example.fr", "LAA", project, null, null, text, true);
        Instant start = Instant.parse("2025-07-10T%s:00Z".formatted(from));
        Instant end = Instant.parse("2025-07-10T%s:00Z".formatted(to));
        ReportedEntry reported = id == null
                ? ReportedEntry.byRow(details, start, end, ReportedEntry.SECOND)
                : ReportedEntry.byApi(id, details, start, end);
        return new TimeEntry(reported, PARIS);
    }
}
