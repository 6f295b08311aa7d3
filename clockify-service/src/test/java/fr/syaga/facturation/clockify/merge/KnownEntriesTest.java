package fr.syaga.facturation.clockify.merge;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import fr.syaga.facturation.clockify.timesheet.Category;
import fr.syaga.facturation.clockify.timesheet.Choice;
import fr.syaga.facturation.clockify.timesheet.EntryDetails;
import fr.syaga.facturation.clockify.timesheet.ReportedEntry;
import fr.syaga.facturation.clockify.timesheet.TimeEntry;

import static org.assertj.core.api.Assertions.assertThat;

class KnownEntriesTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Instant NINE = Instant.parse("2025-07-01T07:00:10Z");
    private static final Instant TEN = Instant.parse("2025-07-01T08:00:40Z");

    private final List<TimeEntry> stored = new ArrayList<>();
    private final List<CsvSighting> sightings = new ArrayList<>();

    @Test
    void anEntryFromTheFileIsAdoptedByTheApi() {
        ReportedEntry row = ReportedEntry.byRow(details("Support", null), NINE, TEN, ReportedEntry.SECOND);
        ReportedEntry api = ReportedEntry.byApi("a1", details("Support", "nuit"), NINE, TEN);

        assertThat(csv(List.of(row))).containsExactly(Outcome.CREATED);
        assertThat(api(List.of(api))).containsExactly(Outcome.UPDATED);
        assertThat(api(List.of(api))).containsExactly(Outcome.UNCHANGED);

        assertThat(stored).hasSize(1);
        assertThat(stored.get(0).clockifyId()).isEqualTo("a1");
        assertThat(stored.get(0).details().tags()).isEqualTo("nuit");
    }

    @Test
    void aFileWithoutSecondsMeansTheEntriesOfTheMinute() {
        api(List.of(ReportedEntry.byApi("a1", details("Support", null), NINE, TEN)));

        csv(List.of(ReportedEntry.byRow(
                details("Support", null),
                NINE.truncatedTo(ChronoUnit.MINUTES),
                TEN.truncatedTo(ChronoUnit.MINUTES),
                ReportedEntry.MINUTE)));

        assertThat(stored).hasSize(1);
        assertThat(stored.get(0).seconds()).isEqualTo(3630);
    }

    @Test
    void equalRowsOfOneFileAreTwoEntriesAndStayTwo() {
        ReportedEntry row = ReportedEntry.byRow(details("Support", null), NINE, TEN, ReportedEntry.SECOND);

        assertThat(csv(List.of(row, row))).containsExactly(Outcome.CREATED, Outcome.CREATED);
        assertThat(csv(List.of(row, row))).containsExactly(Outcome.UNCHANGED, Outcome.UNCHANGED);
        assertThat(csv(List.of(row))).containsExactly(Outcome.UNCHANGED);

        assertThat(stored).hasSize(2);
    }

    @Test
    void theSameFileAgainIsKnownEvenAfterTheEntryWasEditedInClockify() {
        ReportedEntry row = ReportedEntry.byRow(details("Support", null), NINE, TEN, ReportedEntry.SECOND);
        csv(List.of(row));
        api(List.of(ReportedEntry.byApi("a1", details("Support", null), NINE, TEN)));
        api(List.of(ReportedEntry.byApi("a1", details("Audit", null), NINE.minusSeconds(3600), TEN)));

        assertThat(csv(List.of(row))).containsExactly(Outcome.UNCHANGED);
        assertThat(stored).hasSize(1);
        assertThat(stored.get(0).details().description()).isEqualTo("Audit");
    }

    @Test
    void aRunningTimerIsTheEntryThatAFileShowsFinished() {
        api(List.of(ReportedEntry.byApi("a1", details("Support", null), NINE, null)));

        csv(List.of(ReportedEntry.byRow(details("Support", null), NINE, TEN, ReportedEntry.SECOND)));
        assertThat(stored).hasSize(1);
        assertThat(stored.get(0).isRunning()).isTrue();

        api(List.of(ReportedEntry.byApi("a1", details("Support", null), NINE, TEN)));
        assertThat(stored.get(0).seconds()).isEqualTo(3630);
    }

    @Test
    void aPersonsChoiceOutlivesWhatIsToldLater() {
        csv(List.of(ReportedEntry.byRow(details("Support", null), NINE, TEN, ReportedEntry.SECOND)));
        stored.get(0).choose(Category.INTERNE, null, "offert");

        api(List.of(ReportedEntry.byApi("a1", details("Support", "nuit"), NINE, TEN.plusSeconds(60))));

        assertThat(stored.get(0).choice()).map(Choice::category).hasValue(Category.INTERNE);
    }

    @Test
    void aRowThatOverlapsAnEntryOfThePersonsIsInConflictUntilTheApiTellsOfIt() {
        api(List.of(ReportedEntry.byApi("a1", details("Audit", null), NINE, TEN)));
        ReportedEntry beside = ReportedEntry.byRow(
                details("Support", null), NINE.plusSeconds(1800), TEN.plusSeconds(1800), ReportedEntry.SECOND);

        assertThat(csv(List.of(beside))).containsExactly(Outcome.IN_CONFLICT);
        assertThat(stored.get(1).conflictsWith()).contains(stored.get(0).id());

        api(List.of(ReportedEntry.byApi("a2", beside.details(), beside.start(), beside.end())));
        assertThat(stored).hasSize(2).noneMatch(TimeEntry::isInConflict);
    }

    @Test
    void rowsOfAFileThatComesAloneAreNeverInConflict() {
        ReportedEntry row = ReportedEntry.byRow(details("Support", null), NINE, TEN, ReportedEntry.SECOND);
        ReportedEntry beside =
                ReportedEntry.byRow(details("Audit", null), NINE.plusSeconds(60), TEN, ReportedEntry.SECOND);

        assertThat(csv(List.of(row, beside))).containsExactly(Outcome.CREATED, Outcome.CREATED);
    }

    @Test
    void aRowBesideAnEntryThatTheSameFileShowsIsNoOlderWordAboutIt() {
        api(List.of(ReportedEntry.byApi("a1", details("Audit", null), NINE, TEN)));
        ReportedEntry same = ReportedEntry.byRow(details("Audit", null), NINE, TEN, ReportedEntry.SECOND);
        ReportedEntry beside =
                ReportedEntry.byRow(details("Support", null), NINE.plusSeconds(60), TEN, ReportedEntry.SECOND);

        assertThat(csv(List.of(same, beside))).containsExactly(Outcome.UNCHANGED, Outcome.CREATED);
    }

    /** On the full minute a file without seconds and one with them write the same times; of two entries each row finds its own. */
    @RepeatedTest(20)
    void aRowOnTheFullMinuteIsNotTheEntryOfAFileWithoutSeconds() {
        Instant full = NINE.truncatedTo(ChronoUnit.MINUTES);
        Instant later = full.plusSeconds(40);
        EntryDetails details = details("Audit", null);
        api(List.of(ReportedEntry.byApi("a1", details, full, full)));
        csv(List.of(
                ReportedEntry.byRow(details, full, full, ReportedEntry.MINUTE),
                ReportedEntry.byRow(details, full, full, ReportedEntry.MINUTE)));

        csv(List.of(
                ReportedEntry.byRow(details, full, full, ReportedEntry.SECOND),
                ReportedEntry.byRow(details, later, later, ReportedEntry.SECOND)));
        api(List.of(ReportedEntry.byApi("a2", details, later, later)));

        assertThat(stored).extracting(TimeEntry::clockifyId).containsExactlyInAnyOrder("a1", "a2");
    }

    /** Sync, full export, export without seconds, exports by customer, again and interleaved: each entry exists once. */
    @Property(tries = 1000)
    void anyOrderOfSourcesGivesEachEntryOnce(@ForAll long seed) {
        Random random = new Random(seed);
        List<ReportedEntry> real = realEntries(random);
        stored.clear();
        sightings.clear();
        List<Runnable> tellings = new ArrayList<>();
        chunks(real, random).forEach(chunk -> tellings.add(() -> api(chunk)));
        tellings.add(() -> api(real));
        tellings.add(() -> csv(rows(real, ReportedEntry.SECOND, any -> true, random)));
        tellings.add(() -> csv(rows(real, ReportedEntry.MINUTE, any -> true, random)));
        tellings.add(() -> csv(rows(
                real,
                ReportedEntry.SECOND,
                reported -> "P1".equals(reported.details().projectName()),
                random)));
        Collections.shuffle(tellings, random);

        tellings.forEach(Runnable::run);

        assertThat(stored).hasSize(real.size()).noneMatch(TimeEntry::isInConflict);
        assertThat(stored)
                .extracting(TimeEntry::clockifyId)
                .doesNotContainNull()
                .doesNotHaveDuplicates();
        assertThat(stored.stream().mapToLong(TimeEntry::seconds).sum()).isEqualTo(seconds(real));
    }

    private static long seconds(List<ReportedEntry> reported) {
        return reported.stream()
                .mapToLong(each -> Duration.between(each.start(), each.end()).toSeconds())
                .sum();
    }

    /** Few people, projects and minutes, so that entries often look alike. */
    private static List<ReportedEntry> realEntries(Random random) {
        return IntStream.range(0, 1 + random.nextInt(12))
                .mapToObj(n -> {
                    Instant start = NINE.truncatedTo(ChronoUnit.MINUTES)
                            .plusSeconds(60L * random.nextInt(3) + 20L * random.nextInt(3));
                    EntryDetails details = new EntryDetails(
                            "Camille",
                            random.nextBoolean() ? "camille@example.fr" : "noe@example.fr",
                            "LAA",
                            "P" + random.nextInt(2),
                            null,
                            random.nextInt(3) == 0 ? "nuit" : null,
                            random.nextBoolean() ? "Support" : "Audit\nde nuit",
                            true);
                    return ReportedEntry.byApi(
                            "id" + n,
                            details,
                            start,
                            start.plusSeconds(60L * random.nextInt(3) + 20L * random.nextInt(3)));
                })
                .toList();
    }

    private static List<List<ReportedEntry>> chunks(List<ReportedEntry> real, Random random) {
        List<List<ReportedEntry>> chunks = new ArrayList<>();
        for (int from = 0; from < real.size(); ) {
            int to = Math.min(real.size(), from + 1 + random.nextInt(3));
            chunks.add(real.subList(from, to));
            from = to;
        }
        return chunks;
    }

    private static List<ReportedEntry> rows(
            List<ReportedEntry> real, int precision, Predicate<ReportedEntry> shown, Random random) {
        List<ReportedEntry> rows = new ArrayList<>(real.stream()
                .filter(shown)
                .map(reported -> ReportedEntry.byRow(
                        reported.details(),
                        cut(reported.start(), precision),
                        cut(reported.end(), precision),
                        precision))
                .toList());
        Collections.shuffle(rows, random);
        return rows;
    }

    private static Instant cut(Instant at, int precision) {
        return precision == ReportedEntry.MINUTE ? at.truncatedTo(ChronoUnit.MINUTES) : at;
    }

    private static EntryDetails details(String description, String tags) {
        return new EntryDetails("Camille", "camille@example.fr", "LAA", "LAA - Support", null, tags, description, true);
    }

    private List<Outcome> api(List<ReportedEntry> reported) {
        List<Outcome> outcomes = new ArrayList<>();
        merge(known -> reported.forEach(each -> outcomes.add(known.upsert(each))));
        return outcomes;
    }

    private List<Outcome> csv(List<ReportedEntry> rows) {
        List<Outcome> outcomes = new ArrayList<>();
        FileRows file = new FileRows();
        merge(known -> rows.forEach(row -> outcomes.add(known.upsert(row, file))));
        return outcomes;
    }

    private void merge(Consumer<KnownEntries> telling) {
        KnownEntries known = new KnownEntries(stored, sightings, PARIS);
        telling.accept(known);
        stored.addAll(known.created());
        sightings.addAll(known.sighted());
    }
}
