package fr.syaga.facturation.recurrence.detection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The history of one customer in, its recurring contracts out. The same history and day always give the same patterns, in
 * whatever order the documents come.
 */
public final class Detection {

    /** What is worth, in nats, each invoice more that an explanation leaves no question about. */
    private static final double EXPLAINED = 0.5;

    private static final Comparator<Track> STRONGEST_FIRST = Comparator.comparingDouble(
                    (Track track) -> -track.evidence() - EXPLAINED * track.size())
            .thenComparing(track -> track.first().invoice().number)
            .thenComparing(Track::step);

    /** A price that is another one nearly every time is believed at odds of three thousand to one only. */
    private static final double SURE = 8;

    private static final int LONGEST_MONTH = 31;

    private final CustomerHistory history;
    private final LocalDate asOf;
    private final Ledger ledger;
    private final Completion completion;
    private final List<Track> contracts = new ArrayList<>();

    private Detection(CustomerHistory history, LocalDate asOf, Ledger ledger) {
        this.history = history;
        this.asOf = asOf;
        this.ledger = ledger;
        this.completion = new Completion(ledger, asOf);
    }

    /** The patterns of one customer as of a day, oldest first; documents after that day are not looked at. */
    public static List<Pattern> patternsOf(CustomerHistory history, LocalDate asOf) {
        List<HistoryDocument> known = history.documents().stream()
                .filter(document -> !document.issuedOn().isAfter(asOf))
                .toList();
        List<Billed> standing = Netting.standing(known);
        if (standing.size() < ChainSearch.SHORTEST) {
            return List.of();
        }
        return new Detection(history, asOf, new Ledger(standing)).patterns();
    }

    private List<Pattern> patterns() {
        Twins twins = Twins.setAside(ledger);
        findAll();
        List.copyOf(contracts).forEach(track -> contracts.addAll(twins.of(track)));
        if (twins.release()) {
            findAll();
        }
        List<Track> joined = PriceChanges.join(contracts, track -> true);
        List<Track> parts = joined.stream()
                .filter(track -> !Verdict.on(track, asOf).isContract())
                .toList();
        // What is too short by itself may be what another contract goes on with.
        parts.forEach(track -> track.hits().forEach(hit -> ledger.release(hit.invoice())));
        List<Track> whole = new ArrayList<>();
        joined.stream().filter(track -> !parts.contains(track)).forEach(track -> complete(track, whole));
        parts.stream().filter(Track::isFree).forEach(track -> complete(track, whole));
        whole.stream()
                .filter(track -> whole.stream().anyMatch(other -> Leaks.areDoubles(track, other)))
                .toList()
                .forEach(shadow -> {
                    whole.remove(shadow);
                    shadow.hits().forEach(hit -> ledger.release(hit.invoice()));
                });
        // What is left over is known once every contract has its own invoices.
        List<Pattern> patterns = new ArrayList<>(
                whole.stream().map(track -> described(track, whole)).toList());
        patterns.sort(Comparator.comparing(Pattern::since).thenComparing(Pattern::id));
        return patterns;
    }

    private void findAll() {
        while (findMore()) {
            // What was found no longer hides what else there is.
        }
    }

    private void complete(Track track, List<Track> whole) {
        completion.complete(track);
        if (Verdict.on(track, asOf).isContract()) {
            completion.begin(track);
            whole.add(track);
        } else {
            track.hits().forEach(hit -> ledger.release(hit.invoice()));
        }
    }

    private Pattern described(Track track, List<Track> whole) {
        Verdict verdict = Verdict.on(track, asOf);
        long equal = whole.stream()
                .filter(other ->
                        Twins.areEqual(track, other) && Verdict.on(other, asOf).status() == verdict.status())
                .count();
        return Description.of(history, track, verdict, equal, Leaks.of(ledger, track, verdict, asOf), asOf);
    }

    /** Takes the strongest of all explanations, then the next of those that are left. */
    private boolean findMore() {
        if (ledger.freeCount() < ChainSearch.SHORTEST) {
            return false;
        }
        List<Track> believed = believed();
        Set<Billed> contested = new HashSet<>();
        for (Track track : believed) {
            // What a rejected track wanted may find a better explanation once the others are known.
            if (track.isFree() && track.hits().stream().noneMatch(hit -> contested.contains(hit.invoice()))) {
                keepOwnPart(track, believed);
            } else {
                track.hits().forEach(hit -> contested.add(hit.invoice()));
            }
        }
        return !believed.isEmpty();
    }

    private List<Track> believed() {
        List<Track> weighed = new ArrayList<>();
        candidates().forEach(candidate -> weigh(candidate, weighed));
        // What follows each other may be one contract; that is a candidate too.
        for (Track joined : PriceChanges.join(weighed, track -> track.evidence() >= BestPart.BELIEVED)) {
            if (!weighed.contains(joined)) {
                weighed.add(weighed(joined));
            }
        }
        return weighed.stream()
                .filter(track -> track.size() >= ChainSearch.SHORTEST)
                .filter(track -> track.evidence() >= (track.holdsItsPrice() ? BestPart.BELIEVED : SURE))
                .sorted(STRONGEST_FIRST)
                .toList();
    }

    /** Weighs the best part of a candidate, and then what was cut off of it, for that may be another story. */
    private void weigh(Track candidate, List<Track> weighed) {
        Track best = weighed(candidate);
        if (best.size() < ChainSearch.SHORTEST) {
            return;
        }
        weighed.add(best);
        int from = candidate.place(best.first().slot());
        int to = candidate.place(best.last().slot());
        if (from >= ChainSearch.SHORTEST) {
            weigh(candidate.part(0, from - 1), weighed);
        }
        if (candidate.size() - 1 - to >= ChainSearch.SHORTEST) {
            weigh(candidate.part(to + 1, candidate.size() - 1), weighed);
        }
    }

    private Track weighed(Track candidate) {
        Track best = BestPart.of(ledger, withoutUnsure(candidate), trials(candidate));
        if (best.evidence() > 0 && best.interruptions() > 0) {
            completion.fillHoles(best);
            best = BestPart.of(ledger, best, trials(candidate));
        }
        return best;
    }

    /** What is not due yet was billed early only when it asks for the same price, and a few days before. */
    private Track withoutUnsure(Track track) {
        Hit last = track.last();
        boolean due = !Months.date(last.slot(), track.dayOfMonth()).isAfter(asOf);
        if (due || track.size() < 2) {
            return track;
        }
        boolean samePrice = track.hits().get(track.size() - 2).invoice().cents == last.invoice().cents;
        boolean early = last.daysFrom(track.dayOfMonth()) >= -Completion.EARLY_DAYS;
        return samePrice && early ? track : track.part(0, track.size() - 2);
    }

    private List<Track> candidates() {
        List<Track> stretches = new MonthlySearch(Months.of(asOf)).stretches(ledger);
        List<Track> candidates = PriceChanges.join(
                stretches, track -> BestPart.of(ledger, track, trials(track)).evidence() >= BestPart.BELIEVED);
        candidates.addAll(ChainSearch.chains(ledger, asOf));
        return candidates;
    }

    /** At how many invoices such a track could have ended as well: a running one only at the last ones. */
    private int trials(Track track) {
        if (contracts.stream().anyMatch(each -> turnsInto(each, track))) {
            return 1;
        }
        long sinceLast = asOf.toEpochDay() - track.last().invoice().epochDay;
        long lastPeriod = (long) LONGEST_MONTH * track.step();
        return sinceLast < lastPeriod ? ledger.freeSince(asOf.toEpochDay() - lastPeriod) : ledger.freeCount();
    }

    /** Where a monthly contract stopped, a quarterly one at three times its price goes on with it. */
    private static boolean turnsInto(Track before, Track after) {
        int gap = after.first().slot() - before.last().slot();
        return before.step() < after.step()
                && gap > 0
                && gap <= after.step()
                && before.last().invoice().cents * after.step() == after.first().invoice().cents * before.step();
    }

    private void keepOwnPart(Track track, List<Track> believed) {
        Track own = Takeover.ownPart(track, believed);
        keep(own == track ? track : BestPart.of(ledger, own, trials(own)));
    }

    private void keep(Track track) {
        contracts.add(track);
        track.hits().forEach(hit -> ledger.claim(hit.invoice()));
    }
}
