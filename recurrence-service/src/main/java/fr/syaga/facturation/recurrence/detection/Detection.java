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

    private static final Comparator<CandidateContract> STRONGEST_FIRST = Comparator.comparingDouble(
                    (CandidateContract candidate) -> -candidate.evidence() - EXPLAINED * candidate.size())
            .thenComparing(candidate -> candidate.first().invoice().number)
            .thenComparing(CandidateContract::step);

    /** A price that is another one nearly every time is believed at odds of three thousand to one only. */
    private static final double SURE = 8;

    private static final int LONGEST_MONTH = 31;

    private final CustomerHistory history;
    private final LocalDate asOf;
    private final Ledger ledger;
    private final Completion completion;
    private final List<CandidateContract> contracts = new ArrayList<>();

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
        List<StandingInvoice> standing = Netting.standing(known);
        if (standing.size() < ChainSearch.SHORTEST) {
            return List.of();
        }
        return new Detection(history, asOf, new Ledger(standing)).patterns();
    }

    private List<Pattern> patterns() {
        Twins twins = Twins.setAside(ledger);
        findAll();
        List.copyOf(contracts).forEach(candidate -> contracts.addAll(twins.of(candidate)));
        if (twins.release()) {
            findAll();
        }
        List<CandidateContract> joined = PriceChanges.join(contracts, candidate -> true);
        List<CandidateContract> parts = joined.stream()
                .filter(candidate -> !Verdict.on(candidate, asOf).isContract())
                .toList();
        // What is too short by itself may be what another contract goes on with.
        parts.forEach(candidate -> candidate.occurrences().forEach(occurrence -> ledger.release(occurrence.invoice())));
        List<CandidateContract> whole = new ArrayList<>();
        joined.stream()
                .filter(candidate -> !parts.contains(candidate))
                .forEach(candidate -> complete(candidate, whole));
        parts.stream().filter(CandidateContract::isFree).forEach(candidate -> complete(candidate, whole));
        whole.stream()
                .filter(candidate -> whole.stream().anyMatch(other -> Leaks.areDoubles(candidate, other)))
                .toList()
                .forEach(shadow -> {
                    whole.remove(shadow);
                    shadow.occurrences().forEach(occurrence -> ledger.release(occurrence.invoice()));
                });
        // What is left over is known once every contract has its own invoices.
        List<Pattern> patterns = new ArrayList<>(
                whole.stream().map(candidate -> described(candidate, whole)).toList());
        patterns.sort(Comparator.comparing(Pattern::since).thenComparing(Pattern::id));
        return patterns;
    }

    private void findAll() {
        while (findMore()) {
            // What was found no longer hides what else there is.
        }
    }

    private void complete(CandidateContract candidate, List<CandidateContract> whole) {
        completion.complete(candidate);
        if (Verdict.on(candidate, asOf).isContract()) {
            completion.begin(candidate);
            whole.add(candidate);
        } else {
            candidate.occurrences().forEach(occurrence -> ledger.release(occurrence.invoice()));
        }
    }

    private Pattern described(CandidateContract candidate, List<CandidateContract> whole) {
        Verdict verdict = Verdict.on(candidate, asOf);
        long equal = whole.stream()
                .filter(other -> Twins.areEqual(candidate, other)
                        && Verdict.on(other, asOf).status() == verdict.status())
                .count();
        return Description.of(history, candidate, verdict, equal, Leaks.of(ledger, candidate, verdict, asOf), asOf);
    }

    /** Takes the strongest of all explanations, then the next of those that are left. */
    private boolean findMore() {
        if (ledger.freeCount() < ChainSearch.SHORTEST) {
            return false;
        }
        List<CandidateContract> believed = believed();
        Set<StandingInvoice> contested = new HashSet<>();
        for (CandidateContract candidate : believed) {
            // What a rejected candidate wanted may find a better explanation once the others are known.
            if (candidate.isFree()
                    && candidate.occurrences().stream()
                            .noneMatch(occurrence -> contested.contains(occurrence.invoice()))) {
                keepOwnPart(candidate, believed);
            } else {
                candidate.occurrences().forEach(occurrence -> contested.add(occurrence.invoice()));
            }
        }
        return !believed.isEmpty();
    }

    private List<CandidateContract> believed() {
        List<CandidateContract> weighed = new ArrayList<>();
        candidates().forEach(candidate -> weigh(candidate, weighed));
        // What follows each other may be one contract; that is a candidate too.
        for (CandidateContract joined :
                PriceChanges.join(weighed, candidate -> candidate.evidence() >= BestPart.BELIEVED)) {
            if (!weighed.contains(joined)) {
                weighed.add(weighed(joined));
            }
        }
        return weighed.stream()
                .filter(candidate -> candidate.size() >= ChainSearch.SHORTEST)
                .filter(candidate -> candidate.evidence() >= (candidate.holdsItsPrice() ? BestPart.BELIEVED : SURE))
                .sorted(STRONGEST_FIRST)
                .toList();
    }

    /** Weighs the best part of a candidate, and then what was cut off of it, for that may be another story. */
    private void weigh(CandidateContract candidate, List<CandidateContract> weighed) {
        CandidateContract best = weighed(candidate);
        if (best.size() < ChainSearch.SHORTEST) {
            return;
        }
        weighed.add(best);
        int from = candidate.place(best.first().dueMonth());
        int to = candidate.place(best.last().dueMonth());
        if (from >= ChainSearch.SHORTEST) {
            weigh(candidate.part(0, from - 1), weighed);
        }
        if (candidate.size() - 1 - to >= ChainSearch.SHORTEST) {
            weigh(candidate.part(to + 1, candidate.size() - 1), weighed);
        }
    }

    private CandidateContract weighed(CandidateContract candidate) {
        CandidateContract best = BestPart.of(ledger, withoutUnsure(candidate), trials(candidate));
        if (best.evidence() > 0 && best.interruptions() > 0) {
            completion.fillHoles(best);
            best = BestPart.of(ledger, best, trials(candidate));
        }
        return best;
    }

    /** What is not due yet was billed early only when it asks for the same price, and a few days before. */
    private CandidateContract withoutUnsure(CandidateContract candidate) {
        BilledOccurrence last = candidate.last();
        boolean due = !Months.date(last.dueMonth(), candidate.dayOfMonth()).isAfter(asOf);
        if (due || candidate.size() < 2) {
            return candidate;
        }
        boolean samePrice = candidate.occurrences().get(candidate.size() - 2).invoice().cents == last.invoice().cents;
        boolean early = last.daysFrom(candidate.dayOfMonth()) >= -Completion.EARLY_DAYS;
        return samePrice && early ? candidate : candidate.part(0, candidate.size() - 2);
    }

    private List<CandidateContract> candidates() {
        List<CandidateContract> stretches = new MonthlySearch(Months.of(asOf)).stretches(ledger);
        List<CandidateContract> candidates = PriceChanges.join(
                stretches,
                candidate -> BestPart.of(ledger, candidate, trials(candidate)).evidence() >= BestPart.BELIEVED);
        candidates.addAll(ChainSearch.chains(ledger, asOf));
        return candidates;
    }

    /** At how many invoices such a candidate could have ended as well: a running one only at the last ones. */
    private int trials(CandidateContract candidate) {
        if (contracts.stream().anyMatch(each -> turnsInto(each, candidate))) {
            return 1;
        }
        long sinceLast = asOf.toEpochDay() - candidate.last().invoice().epochDay;
        long lastPeriod = (long) LONGEST_MONTH * candidate.step();
        return sinceLast < lastPeriod ? ledger.freeSince(asOf.toEpochDay() - lastPeriod) : ledger.freeCount();
    }

    /** Where a monthly contract stopped, a quarterly one at three times its price goes on with it. */
    private static boolean turnsInto(CandidateContract before, CandidateContract after) {
        int gap = after.first().dueMonth() - before.last().dueMonth();
        return before.step() < after.step()
                && gap > 0
                && gap <= after.step()
                && before.last().invoice().cents * after.step() == after.first().invoice().cents * before.step();
    }

    private void keepOwnPart(CandidateContract candidate, List<CandidateContract> believed) {
        CandidateContract own = Succession.ownPart(candidate, believed);
        keep(own == candidate ? candidate : BestPart.of(ledger, own, trials(own)));
    }

    private void keep(CandidateContract candidate) {
        contracts.add(candidate);
        candidate.occurrences().forEach(occurrence -> ledger.claim(occurrence.invoice()));
    }
}
