package fr.syaga.facturation.clockify.merge;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

import fr.syaga.facturation.clockify.timesheet.EntryDetails;
import fr.syaga.facturation.clockify.timesheet.ReportedEntry;
import fr.syaga.facturation.clockify.timesheet.TimeEntry;

import static org.assertj.core.api.Assertions.assertThat;

class EntriesByDayTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Instant BEGIN = Instant.parse("2025-10-24T20:00:00Z");
    private static final int HOURS = 100;

    /** Looked up or asked one by one, a row contradicts the same entries; none that was removed is among them. */
    @Property
    void whatARowMayContradictIsNear(@ForAll("entries") List<TimeEntry> entries, @ForAll("entry") TimeEntry row) {
        EntriesByDay byDay = new EntriesByDay(PARIS);
        entries.forEach(byDay::put);

        List<TimeEntry> near = byDay.near(row).toList();
        assertThat(near).doesNotHaveDuplicates();
        assertThat(near.stream().filter(each -> isContradictedBy(row, each)))
                .containsExactlyInAnyOrderElementsOf(entries.stream()
                        .filter(each -> isContradictedBy(row, each))
                        .toList());

        entries.forEach(byDay::remove);
        assertThat(byDay.near(row)).isEmpty();
    }

    @Test
    void whatWasNeverPutCanBeRemoved() {
        EntriesByDay byDay = new EntriesByDay(PARIS);

        byDay.remove(entry("zoe", 0, 64, "D"));

        assertThat(byDay.near(entry("zoe", 1, 2, "D"))).isEmpty();
    }

    private static boolean isContradictedBy(TimeEntry row, TimeEntry entry) {
        return row.overlaps(entry) || FileOnly.isEditOf(row, entry);
    }

    @Provide
    Arbitrary<List<TimeEntry>> entries() {
        return entry().list().ofMaxSize(15);
    }

    @Provide
    Arbitrary<TimeEntry> entry() {
        return Combinators.combine(
                        Arbitraries.of("zoe", "noe"),
                        Arbitraries.integers().between(0, HOURS),
                        Arbitraries.oneOf(
                                Arbitraries.integers().between(0, 3),
                                Arbitraries.integers().between(0, HOURS)),
                        Arbitraries.of("Support", "Audit"))
                .as(EntriesByDayTest::entry);
    }

    private static TimeEntry entry(String person, int start, int hours, String text) {
        EntryDetails details = new EntryDetails(person, person + "@example.fr", "LAA", "P", null, null, text, true);
        Instant from = BEGIN.plusSeconds(3600L * start);
        return new TimeEntry(ReportedEntry.byApi("id", details, from, from.plusSeconds(3600L * hours)), PARIS);
    }
}
