package fr.syaga.facturation.recurrence.detection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The history of one customer in, its recurring contracts out. The same history and day always give the same patterns, in
 * whatever order the documents come.
 */
public final class Detection {

    private final CustomerHistory history;
    private final LocalDate asOf;
    private final Ledger ledger;
    private final List<Track> contracts = new ArrayList<>();

    private Detection(CustomerHistory history, LocalDate asOf, Ledger ledger) {
        this.history = history;
        this.asOf = asOf;
        this.ledger = ledger;
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
        findMonthly();
        findRarer(false);
        findRarer(true);
        joinRarer();
        Completion completion = new Completion(ledger, asOf);
        List<Pattern> patterns = new ArrayList<>();
        for (Track track : contracts) {
            completion.complete(track);
            Verdict verdict = Verdict.on(track, asOf);
            if (verdict.isContract()) {
                patterns.add(Description.of(history, track, verdict, Leaks.of(ledger, track, verdict), asOf));
            }
        }
        patterns.sort(Comparator.comparing(Pattern::since).thenComparing(Pattern::id));
        return patterns;
    }

    private void findMonthly() {
        List<Track> tracks = PriceChanges.join(
                new MonthlySearch(Months.of(asOf)).stretches(ledger), track -> !Chance.explains(ledger, track));
        tracks.sort(Comparator.comparingInt((Track track) -> -track.size())
                .thenComparing(track -> track.first().invoice().number));
        for (Track track : tracks) {
            if (track.hits().stream().allMatch(hit -> hit.invoice().isFree()) && !Chance.explains(ledger, track)) {
                keep(track);
            }
        }
    }

    /** Where several contracts were found whose prices follow each other, they are one. */
    private void joinRarer() {
        List<Track> joined = PriceChanges.join(contracts, track -> true);
        contracts.clear();
        contracts.addAll(joined);
    }

    private void findRarer(boolean rising) {
        for (ChainSearch.Chain chain : ChainSearch.chains(startsAndFree(), rising)) {
            Billed head = chain.invoices().get(0);
            Track monthly = monthlyThatEndsWith(head);
            List<Billed> rest = chain.invoices().subList(1, chain.invoices().size());
            if (!rest.stream().allMatch(Billed::isFree) || monthly == null && !head.isFree()) {
                continue;
            }
            Track track = Track.onGrid(chain.step(), chain.invoices());
            if (track.size() >= ChainSearch.SHORTEST
                    && Verdict.isUnbroken(track)
                    && !Chance.explains(ledger, track)
                    && !isOnePartOfMore(track)) {
                if (monthly != null) {
                    monthly.removeLast();
                }
                keep(track);
            }
        }
    }

    /** The free invoices and the last of each monthly contract, with which a rarer one may have taken its place. */
    private List<Billed> startsAndFree() {
        List<Billed> invoices = new ArrayList<>(ledger.free());
        contracts.forEach(track -> invoices.add(track.last().invoice()));
        invoices.sort(Comparator.comparing((Billed each) -> each.issuedOn).thenComparing(each -> each.number));
        return invoices;
    }

    private Track monthlyThatEndsWith(Billed invoice) {
        return contracts.stream()
                .filter(track -> track.step() == 1 && track.last().invoice() == invoice)
                .findFirst()
                .orElse(null);
    }

    /** Every second instalment of a monthly series is no contract: its amount comes in between, on the same day. */
    private boolean isOnePartOfMore(Track track) {
        int day = track.dayOfMonth();
        long between = ledger
                .freeBetween(track.first().invoice().issuedOn, track.last().invoice().issuedOn)
                .stream()
                .filter(each -> each.cents == track.last().invoice().cents)
                .filter(each -> track.hits().stream()
                        .noneMatch(hit -> Math.abs(hit.invoice().month - each.month) * 2 < track.step()))
                .filter(each -> Math.abs(new Hit(each.month, each, false).daysFrom(day)) <= Chance.NEAR_DAYS)
                .count();
        return between * 4 > track.size();
    }

    private void keep(Track track) {
        track.believe(Chance.logarithm(ledger, track));
        contracts.add(track);
        ledger.claim(track);
    }
}
