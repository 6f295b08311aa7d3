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
        while (findMore()) {
            // What was found no longer hides what else there is.
        }
        List<Track> joined = PriceChanges.join(contracts, track -> true);
        List<Pattern> patterns = new ArrayList<>();
        for (Track track : joined) {
            completion.complete(track);
            Verdict verdict = Verdict.on(track, asOf);
            if (verdict.isContract()) {
                patterns.add(Description.of(history, track, verdict, Leaks.of(ledger, track, verdict), asOf));
            }
        }
        patterns.sort(Comparator.comparing(Pattern::since).thenComparing(Pattern::id));
        return patterns;
    }

    /** Takes the strongest of all explanations, then the next of those that are left. */
    private boolean findMore() {
        if (ledger.freeCount() < ChainSearch.SHORTEST) {
            return false;
        }
        List<Track> believed = new ArrayList<>();
        for (Track candidate : candidates()) {
            Track best = weighed(candidate);
            if (best.size() >= ChainSearch.SHORTEST && best.evidence() >= Evidence.BELIEVED && best.holdsItsPrice()) {
                believed.add(best);
            }
        }
        believed.sort(STRONGEST_FIRST);
        Set<Billed> contested = new HashSet<>();
        for (Track track : believed) {
            // What a rejected track wanted may find a better explanation once the others are known.
            if (track.isFree() && track.hits().stream().noneMatch(hit -> contested.contains(hit.invoice()))) {
                keep(track);
            } else {
                track.hits().forEach(hit -> contested.add(hit.invoice()));
            }
        }
        return !believed.isEmpty();
    }

    private Track weighed(Track candidate) {
        Track best = Evidence.best(ledger, withoutUnsure(candidate), trials(candidate));
        if (best.evidence() > 0 && best.interruptions() > 0) {
            completion.fillHoles(best);
            best = Evidence.best(ledger, best, trials(candidate));
        }
        return best;
    }

    /** What is not due yet was billed early only when it asks for the same price. */
    private Track withoutUnsure(Track track) {
        boolean due = !Months.date(track.last().slot(), track.dayOfMonth()).isAfter(asOf);
        boolean sure = due
                || track.size() < 2
                || track.hits().get(track.size() - 2).invoice().cents
                        == track.last().invoice().cents;
        return sure ? track : track.part(0, track.size() - 2);
    }

    private List<Track> candidates() {
        List<Track> stretches = new MonthlySearch(Months.of(asOf)).stretches(ledger);
        List<Track> candidates = PriceChanges.join(
                stretches, track -> Evidence.best(ledger, track, trials(track)).evidence() >= Evidence.BELIEVED);
        candidates.addAll(ChainSearch.chains(ledger, asOf));
        return candidates;
    }

    private int trials(Track track) {
        long sinceLast = asOf.toEpochDay() - track.last().invoice().epochDay;
        return sinceLast < 31L * track.step() ? ledger.freeSince(asOf.toEpochDay() - 31L * track.step()) : trials();
    }

    private int trials() {
        return ledger.freeCount();
    }

    private void keep(Track track) {
        contracts.add(track);
        track.hits().forEach(hit -> ledger.claim(hit.invoice()));
    }
}
