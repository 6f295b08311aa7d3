package fr.syaga.facturation.recurrence.detection;

import java.util.List;

/**
 * A contract that is over, and after it one of the same customer and day that bills more often at another price. Of the
 * new one's invoices those that also fit the old calendar look like the old contract at a new price.
 */
final class Succession {

    private Succession() {}

    /** The part of a candidate that is its own: all of it, unless another bills all that follows a new price, and nothing before. */
    static CandidateContract ownPart(CandidateContract candidate, List<CandidateContract> believed) {
        for (CandidateContract other : believed) {
            List<BilledOccurrence> own = candidate.occurrences().stream()
                    .filter(occurrence -> !other.holds(occurrence.invoice()))
                    .toList();
            if (other.step() < candidate.step() && takesTheEnd(candidate, own)) {
                return candidate.part(0, own.size() - 1);
            }
        }
        return candidate;
    }

    private static boolean takesTheEnd(CandidateContract candidate, List<BilledOccurrence> own) {
        int size = own.size();
        if (size < ChainSearch.SHORTEST || size == candidate.size()) {
            return false;
        }
        BilledOccurrence last = candidate.occurrences().get(size - 1);
        return own.get(size - 1) == last && candidate.occurrences().get(size).invoice().cents != last.invoice().cents;
    }
}
