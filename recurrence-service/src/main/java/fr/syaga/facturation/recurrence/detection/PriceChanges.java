package fr.syaga.facturation.recurrence.detection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Joins stretches of one amount to contracts: where one ends and another begins, the price changed or a pause was made. */
final class PriceChanges {

    /** A price is not doubled or halved in one step: that would be another contract. */
    private static final double LARGEST_STEP = 2.0;

    /** A change of more than half is believed only right after the old price and between two proven stretches. */
    private static final double LARGE_STEP = 1.5;

    private static final int PROVEN = 6;

    /** What a month without an invoice weighs against a difference of price when two stretches could follow one. */
    private static final double MONTH_WEIGHT = 0.1;

    private PriceChanges() {}

    private record Link(Track before, Track after, double cost) {}

    static List<Track> join(List<Track> stretches) {
        List<Link> links = new ArrayList<>();
        List<Track> byStart = new ArrayList<>(stretches);
        byStart.sort(Comparator.comparingInt(track -> track.first().slot()));
        for (Track before : byStart) {
            for (Track after : byStart) {
                double cost = cost(before, after);
                if (cost < Double.MAX_VALUE) {
                    links.add(new Link(before, after, cost));
                }
            }
        }
        links.sort(Comparator.comparingDouble(Link::cost));
        return follow(byStart, links);
    }

    private static double cost(Track before, Track after) {
        int gap = after.first().slot() - before.last().slot() - 1;
        if (before == after || gap < 0 || gap > MonthlySearch.LONGEST_PAUSE) {
            return Double.MAX_VALUE;
        }
        double ratio = (double) after.first().invoice().cents / before.last().invoice().cents;
        double step = Math.max(ratio, 1 / ratio);
        boolean large = step > LARGE_STEP;
        if (step >= LARGEST_STEP || large && (gap > 1 || before.size() < PROVEN || after.size() < PROVEN)) {
            return Double.MAX_VALUE;
        }
        return Math.log(step) + MONTH_WEIGHT * gap;
    }

    private static List<Track> follow(List<Track> byStart, List<Link> cheapestFirst) {
        Set<Track> hasNext = new HashSet<>();
        Set<Track> hasBefore = new HashSet<>();
        List<Link> chosen = new ArrayList<>();
        for (Link link : cheapestFirst) {
            if (!hasNext.contains(link.before()) && !hasBefore.contains(link.after())) {
                hasNext.add(link.before());
                hasBefore.add(link.after());
                chosen.add(link);
            }
        }
        List<Track> joined = new ArrayList<>();
        for (Track start : byStart) {
            if (!hasBefore.contains(start)) {
                joined.add(whole(start, chosen));
            }
        }
        return joined;
    }

    private static Track whole(Track start, List<Link> chosen) {
        Track whole = Track.of(start.step(), start.hits());
        Track at = start;
        while (at != null) {
            Track from = at;
            at = chosen.stream()
                    .filter(link -> link.before() == from)
                    .map(Link::after)
                    .findFirst()
                    .orElse(null);
            if (at != null) {
                whole.addAll(at);
            }
        }
        return whole;
    }
}
