package fr.syaga.facturation.recurrence.detection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/**
 * Invoices of a contract beyond those that its due dates ask for. Each makes up for a due date missed before it, the oldest
 * first; money that came late is not missing.
 */
final class Surplus {

    /** What is not billed together with another invoice of the contract is another business when it comes later than that. */
    private static final int A_YEAR = 366;

    /** So many due dates are billed in one amount at most. */
    private static final int MOST_IN_ONE = 6;

    private final Ledger ledger;
    private final CandidateContract candidate;
    private final AgreedPrices prices;
    private final Set<BilledOccurrence> explained = new HashSet<>();

    Surplus(Ledger ledger, CandidateContract candidate, AgreedPrices prices) {
        this.ledger = ledger;
        this.candidate = candidate;
        this.prices = prices;
    }

    /** An odd amount that is no mistake: that of explained due dates, or of another business. */
    boolean explains(BilledOccurrence occurrence) {
        return explained.contains(occurrence);
    }

    /** The due months that nothing made up for, ascending. */
    List<Integer> makeUpFor(List<Integer> missed, LocalDate asOf) {
        List<Integer> open = new ArrayList<>(missed);
        billedInOne(open);
        if (!open.isEmpty()) {
            for (StandingInvoice invoice : ledger.freeBetween(due(open.get(0)), asOf.toEpochDay())) {
                if (!open.isEmpty()) {
                    makeUpWith(invoice, open);
                }
            }
        }
        candidate.occurrences().stream().filter(this::isStrange).forEach(occurrence -> replace(occurrence, asOf));
        return open;
    }

    /** An odd amount, and not on its day: perhaps another business that only stands where an invoice is missing. */
    private boolean isStrange(BilledOccurrence occurrence) {
        int days = occurrence.daysFrom(candidate.dayOfMonth());
        return prices.isOdd(occurrence)
                && !explained.contains(occurrence)
                && (days < 0 || days > BillingModel.NEAR_DAYS);
    }

    /** Where a due date was made up for by a later double, the strange invoice between is none of the contract's. */
    private void replace(BilledOccurrence occurrence, LocalDate asOf) {
        ledger.freeBetween(occurrence.invoice().epochDay + 1, asOf.toEpochDay()).stream()
                .filter(each -> each.cents == prices.at(occurrence.dueMonth()) && candidate.isRepeatedBy(each))
                .findFirst()
                .ifPresent(each -> {
                    ledger.claim(each);
                    explained.add(occurrence);
                });
    }

    /** Several due dates in one amount: with the invoice of the next due date, or by themselves. */
    private void billedInOne(List<Integer> open) {
        for (List<Integer> block : blocks(open)) {
            BilledOccurrence next = candidate.at(block.get(block.size() - 1) + candidate.step());
            long price = prices.at(block.get(0));
            if (next != null && prices.isOdd(next) && next.invoice().cents == price * (block.size() + 1)) {
                explained.add(next);
                open.removeAll(block);
            } else if (block.size() > 1) {
                long from = due(block.get(block.size() - 1));
                ledger.freeBetween(from, from + A_YEAR).stream()
                        .filter(each -> each.cents == price * block.size())
                        .findFirst()
                        .ifPresent(each -> {
                            ledger.claim(each);
                            open.removeAll(block);
                        });
            }
        }
    }

    private List<List<Integer>> blocks(List<Integer> open) {
        List<List<Integer>> blocks = new ArrayList<>();
        for (int dueMonth : open) {
            List<Integer> last = blocks.isEmpty() ? null : blocks.get(blocks.size() - 1);
            if (last == null || last.get(last.size() - 1) + candidate.step() != dueMonth) {
                last = new ArrayList<>();
                blocks.add(last);
            }
            last.add(dueMonth);
        }
        blocks.removeIf(block -> block.size() > MOST_IN_ONE);
        return blocks;
    }

    private void makeUpWith(StandingInvoice invoice, List<Integer> open) {
        boolean twice = candidate.isRepeatedBy(invoice);
        if (!twice && isCommon(invoice, open)) {
            return;
        }
        for (Iterator<Integer> each = open.iterator(); each.hasNext(); ) {
            int dueMonth = each.next();
            long late = invoice.epochDay - due(dueMonth);
            boolean ofThePrice = invoice.cents == prices.at(dueMonth) || invoice.cents == prices.at(invoice.month);
            if (late >= 0 && ofThePrice && (twice || late <= A_YEAR)) {
                each.remove();
                ledger.claim(invoice);
                return;
            }
        }
    }

    /** The customer is often billed that much for something else: what stands alone makes up for nothing. */
    private boolean isCommon(StandingInvoice invoice, List<Integer> open) {
        long first = due(open.get(0));
        long alike = ledger.freeBetween(first, first + A_YEAR).stream()
                .filter(each -> each.cents == invoice.cents && !candidate.isRepeatedBy(each))
                .count();
        return alike > open.size();
    }

    private long due(int dueMonth) {
        return Months.epochDay(dueMonth, candidate.dayOfMonth());
    }
}
