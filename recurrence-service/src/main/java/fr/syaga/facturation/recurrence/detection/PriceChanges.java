package fr.syaga.facturation.recurrence.detection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Joins stretches of one amount to contracts: where one ends and another begins, the price changed or a pause was made. */
final class PriceChanges {

    /** A change of more than half is believed only right after the old price and between two proven stretches. */
    private static final double LARGE_STEP = 1.5;

    private static final int PROVEN = 6;

    /** What a month without an invoice weighs against a difference of price when two stretches could follow one. */
    private static final double MONTH_WEIGHT = 0.1;

    private PriceChanges() {}

    private record Link(CandidateContract before, CandidateContract after, double cost) {}

    /** Joins them; {@code proven} says which of them chance does not explain, and one of two neighbours must be proven. */
    static List<CandidateContract> join(List<CandidateContract> stretches, Predicate<CandidateContract> proven) {
        List<Link> links = new ArrayList<>();
        List<CandidateContract> byStart = new ArrayList<>(stretches);
        Set<CandidateContract> strong = new HashSet<>();
        byStart.stream().filter(proven).forEach(strong::add);
        byStart.sort(Comparator.comparingInt(candidate -> candidate.first().dueMonth()));
        for (CandidateContract before : byStart) {
            for (CandidateContract after : byStart) {
                boolean both = strong.contains(before) && strong.contains(after);
                boolean one = strong.contains(before) || strong.contains(after);
                double cost = cost(before, after, both);
                if (one && cost < Double.MAX_VALUE) {
                    links.add(new Link(before, after, cost));
                }
            }
        }
        links.sort(Comparator.comparingDouble(Link::cost));
        return follow(byStart, links);
    }

    private static double cost(CandidateContract before, CandidateContract after, boolean bothProven) {
        int distance = after.first().dueMonth() - before.last().dueMonth();
        int gap = distance / before.step() - 1;
        int longest = bothProven ? BillingModel.longestPause(before.step()) : 0;
        if (before.step() != after.step() || distance % before.step() != 0 || gap < 0 || gap > longest) {
            return Double.MAX_VALUE;
        }
        long last = before.last().invoice().cents;
        long first = after.first().invoice().cents;
        double ratio = (double) first / last;
        double step = Math.max(ratio, 1 / ratio);
        boolean large = step > LARGE_STEP;
        if (!PriceStep.isThinkable(last, first)
                || large && (gap > 1 || before.size() < PROVEN || after.size() < PROVEN)) {
            return Double.MAX_VALUE;
        }
        return Math.log(step) + MONTH_WEIGHT * gap;
    }

    private static List<CandidateContract> follow(List<CandidateContract> byStart, List<Link> cheapestFirst) {
        Map<CandidateContract, CandidateContract> next = new HashMap<>();
        Set<CandidateContract> hasBefore = new HashSet<>();
        for (Link link : cheapestFirst) {
            if (!next.containsKey(link.before()) && hasBefore.add(link.after())) {
                next.put(link.before(), link.after());
            }
        }
        List<CandidateContract> joined = new ArrayList<>();
        for (CandidateContract start : byStart) {
            if (!hasBefore.contains(start)) {
                joined.add(next.containsKey(start) ? whole(start, next) : start);
            }
        }
        return joined;
    }

    private static CandidateContract whole(CandidateContract start, Map<CandidateContract, CandidateContract> next) {
        CandidateContract whole = CandidateContract.of(start.step(), start.occurrences());
        double belief = start.evidence();
        for (CandidateContract at = next.get(start); at != null; at = next.get(at)) {
            whole.addAll(at);
            belief = Math.max(belief, at.evidence());
        }
        whole.believe(belief);
        return whole;
    }
}
