package fr.syaga.facturation.clockify.doubt;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fr.syaga.facturation.clockify.timesheet.Category;
import fr.syaga.facturation.clockify.timesheet.EntryDetails;
import fr.syaga.facturation.clockify.timesheet.ReportedEntry;
import fr.syaga.facturation.clockify.timesheet.TimeEntry;

import static org.assertj.core.api.Assertions.assertThat;

class OverlapsTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Instant BEGIN = Instant.parse("2025-08-15T08:00:00Z");

    /** Seconds from a common moment; the other is at 0 to 3600. */
    @ParameterizedTest
    @CsvSource({
        "0,     3600,  true",
        "1800,  1900,  true",
        "-7200, 7200,  true",
        "-60,   2,     true",
        "3598,  9000,  true",
        "3600,  7200,  false",
        "-3600, 0,     false",
        "3599,  7200,  false",
        "1800,  1800,  false",
        "9000,  9900,  false"
    })
    void twoEntriesOfOnePersonOverlapWhereBothLast(long start, long end, boolean overlap) {
        Slot one = slot("zoe", 0, 3600, ReportedEntry.SECOND);
        Slot other = slot("zoe", start, end, ReportedEntry.SECOND);

        assertThat(Overlaps.in(List.of(one, other))).hasSize(overlap ? 1 : 0);
        assertThat(Overlaps.in(List.of(other, one))).hasSize(overlap ? 1 : 0);
        assertThat(Overlaps.in(List.of(one, slot("noe", start, end, ReportedEntry.SECOND))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"3540, false", "3539, true", "3570, false", "1800, true"})
    void whatAFileWithoutSecondsCannotTellIsNoOverlap(long start, boolean overlap) {
        Slot coarse = slot("zoe", 0, 3600, ReportedEntry.MINUTE);
        Slot fine = slot("zoe", start, 7200, ReportedEntry.SECOND);

        assertThat(Overlaps.in(List.of(coarse, fine))).hasSize(overlap ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "BREAK,    -,          false",
                "TIME_OFF, -,          false",
                "HOLIDAY,  -,          false",
                "-,        INTERNE,    false",
                "-,        FORFAIT,    false",
                "-,        FACTURABLE, true",
                "REGULAR,  -,          true",
                "-,        -,          true"
            })
    void whatNobodyWorkedAndWhatAPersonDecidedNotToBillMayLieBesideWork(String type, Category chosen, boolean overlap) {
        Slot details = slot("zoe", 0, 3600, ReportedEntry.SECOND);
        Slot other = new Slot(
                UUID.randomUUID(), "zoe@example.fr", "zoe", BEGIN, BEGIN.plusSeconds(3600), 1, type, chosen, null);

        assertThat(Overlaps.in(List.of(details, other))).hasSize(overlap ? 1 : 0);
    }

    @Test
    void aPersonIsKnownByMailOrElseByNameAndNobodyIsNoPerson() {
        assertThat(Overlaps.in(List.of(person("zoe@example.fr", "Zoé"), person("ZOE@example.fr", "Z."))))
                .hasSize(1);
        assertThat(Overlaps.in(List.of(person("zoe@example.fr", "Zoé M."), person(null, "zoé  m."))))
                .hasSize(1);
        assertThat(Overlaps.in(List.of(person("zoe@example.fr", "Zoé"), person("zoe@example.com", "Zoé"))))
                .isEmpty();
        assertThat(Overlaps.in(List.of(person(null, null), person(null, null)))).isEmpty();
    }

    @Test
    void aForgottenTimerIsPairedWithAllThatIsInIt() {
        Slot forgotten = slot("zoe", 0, 64 * 3600, ReportedEntry.SECOND);
        Slot first = slot("zoe", 3600, 7200, ReportedEntry.SECOND);
        Slot second = slot("zoe", 86400, 90000, ReportedEntry.SECOND);

        assertThat(Overlaps.in(List.of(first, second, forgotten)))
                .containsExactly(new Overlaps.Pair(forgotten, first), new Overlaps.Pair(forgotten, second));
    }

    @Test
    void whatAPersonKeptBesideOneEntryIsNoDoubtWithThatOneAndWithOthersIs() {
        Slot known = slot("zoe", 0, 3600, ReportedEntry.SECOND);
        Slot kept = new Slot(
                UUID.randomUUID(),
                "zoe@example.fr",
                "zoe",
                BEGIN,
                BEGIN.plusSeconds(1800),
                ReportedEntry.SECOND,
                null,
                null,
                known.id());
        Slot other = slot("zoe", 900, 1500, ReportedEntry.SECOND);

        assertThat(Overlaps.in(List.of(known, kept))).isEmpty();
        assertThat(Overlaps.in(List.of(kept, other, slot("noe", 0, 3600, ReportedEntry.SECOND))))
                .containsExactly(new Overlaps.Pair(kept, other));
        assertThat(Overlaps.in(List.of(known, kept, other))).hasSize(2);
    }

    /** Asked one by one, each with each, the same entries overlap; and pairs stay few however many entries are equal. */
    @Property
    void whoOverlapsAnythingIsInAPairAndOnlyThose(@ForAll("days") List<ReportedEntry> reported) {
        List<TimeEntry> entries =
                reported.stream().map(each -> new TimeEntry(each, PARIS)).toList();
        Set<UUID> expected = new HashSet<>();
        for (TimeEntry one : entries) {
            for (TimeEntry other : entries) {
                if (one != other && one.overlaps(other)) {
                    expected.add(one.id());
                }
            }
        }

        List<Overlaps.Pair> pairs =
                Overlaps.in(entries.stream().map(OverlapsTest::slot).toList());

        Set<UUID> found = new HashSet<>();
        List<TimeEntry> byId = new ArrayList<>(entries);
        for (Overlaps.Pair pair : pairs) {
            assertThat(of(byId, pair.first()).overlaps(of(byId, pair.second()))).isTrue();
            found.add(pair.first().id());
            found.add(pair.second().id());
        }
        assertThat(found).isEqualTo(expected);
        assertThat(pairs).hasSizeLessThanOrEqualTo(4 * entries.size());
    }

    @Provide
    Arbitrary<List<ReportedEntry>> days() {
        Arbitrary<String> people = Arbitraries.of("zoe", "noe", "zoe without mail");
        Arbitrary<Integer> starts = Arbitraries.integers().between(0, 600);
        Arbitrary<Integer> lengths = Arbitraries.oneOf(
                Arbitraries.integers().between(0, 90), Arbitraries.integers().between(0, 600));
        Arbitrary<Integer> grains = Arbitraries.of(ReportedEntry.SECOND, ReportedEntry.MINUTE);
        return Combinators.combine(people, starts, lengths, grains)
                .as(OverlapsTest::reported)
                .list()
                .ofMaxSize(12);
    }

    private static ReportedEntry reported(String person, int start, int length, int grain) {
        boolean mail = !person.endsWith(" without mail");
        String name = person.replace(" without mail", "");
        EntryDetails details =
                new EntryDetails(name, mail ? name + "@example.fr" : null, "LAA", "P", null, null, "D", true);
        Instant from = BEGIN.plusSeconds(start);
        return ReportedEntry.byRow(details, from, from.plusSeconds(length), grain);
    }

    private static TimeEntry of(List<TimeEntry> entries, Slot slot) {
        return entries.stream()
                .filter(entry -> entry.id().equals(slot.id()))
                .findFirst()
                .orElseThrow();
    }

    private static Slot slot(TimeEntry entry) {
        return new Slot(
                entry.id(),
                entry.details().userEmail(),
                entry.details().userName(),
                entry.startedAt(),
                entry.endedAt(),
                entry.span().precisionSeconds(),
                null,
                null,
                null);
    }

    private static Slot slot(String person, long start, long end, int precision) {
        return new Slot(
                UUID.randomUUID(),
                person + "@example.fr",
                person,
                BEGIN.plusSeconds(start),
                BEGIN.plusSeconds(end),
                precision,
                null,
                null,
                null);
    }

    private static Slot person(String email, String name) {
        return new Slot(
                UUID.randomUUID(),
                email,
                name,
                BEGIN,
                BEGIN.plus(Duration.ofHours(1)),
                ReportedEntry.SECOND,
                null,
                null,
                null);
    }
}
