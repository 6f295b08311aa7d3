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
    private final Track track;
    private final AgreedPrices prices;
    private final Set<Hit> explained = new HashSet<>();

    Surplus(Ledger ledger, Track track, AgreedPrices prices) {
        this.ledger = ledger;
        this.track = track;
        this.prices = prices;
    }

    /** An odd amount that is no mistake: that of explained due dates, or of another business. */
    boolean explains(Hit hit) {
        return explained.contains(hit);
    }

    /** The due months that nothing made up for, ascending. */
    List<Integer> makeUpFor(List<Integer> missed, LocalDate asOf) {
        List<Integer> open = new ArrayList<>(missed);
        billedInOne(open);
        if (!open.isEmpty()) {
            for (Billed invoice : ledger.freeBetween(due(open.get(0)), asOf.toEpochDay())) {
                if (!open.isEmpty()) {
                    makeUpWith(invoice, open);
                }
            }
        }
        track.hits().stream().filter(this::isStrange).forEach(hit -> replace(hit, asOf));
        return open;
    }

    /** An odd amount, and not on its day: perhaps another business that only stands where an invoice is missing. */
    private boolean isStrange(Hit hit) {
        int days = hit.daysFrom(track.dayOfMonth());
        return prices.isOdd(hit) && !explained.contains(hit) && (days < 0 || days > BillingModel.NEAR_DAYS);
    }

    /** Where a due date was made up for by a later double, the strange invoice between is none of the contract's. */
    private void replace(Hit hit, LocalDate asOf) {
        ledger.freeBetween(hit.invoice().epochDay + 1, asOf.toEpochDay()).stream()
                .filter(each -> each.cents == prices.at(hit.slot()) && Leaks.isOnceMoreIn(track, each))
                .findFirst()
                .ifPresent(each -> {
                    ledger.claim(each);
                    explained.add(hit);
                });
    }

    /** Several due dates in one amount: with the invoice of the next due date, or by themselves. */
    private void billedInOne(List<Integer> open) {
        for (List<Integer> block : blocks(open)) {
            Hit next = track.at(block.get(block.size() - 1) + track.step());
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
        for (int slot : open) {
            List<Integer> last = blocks.isEmpty() ? null : blocks.get(blocks.size() - 1);
            if (last == null || last.get(last.size() - 1) + track.step() != slot) {
                last = new ArrayList<>();
                blocks.add(last);
            }
            last.add(slot);
        }
        blocks.removeIf(block -> block.size() > MOST_IN_ONE);
        return blocks;
    }

    private void makeUpWith(Billed invoice, List<Integer> open) {
        boolean twice = Leaks.isOnceMoreIn(track, invoice);
        if (!twice && isCommon(invoice, open)) {
            return;
        }
        for (Iterator<Integer> each = open.iterator(); each.hasNext(); ) {
            int slot = each.next();
            long late = invoice.epochDay - due(slot);
            boolean ofThePrice = invoice.cents == prices.at(slot) || invoice.cents == prices.at(invoice.month);
            if (late >= 0 && ofThePrice && (twice || late <= A_YEAR)) {
                each.remove();
                ledger.claim(invoice);
                return;
            }
        }
    }

    /** The customer is often billed that much for something else: what stands alone makes up for nothing. */
    private boolean isCommon(Billed invoice, List<Integer> open) {
        long first = due(open.get(0));
        long alike = ledger.freeBetween(first, first + A_YEAR).stream()
                .filter(each -> each.cents == invoice.cents && !Leaks.isOnceMoreIn(track, each))
                .count();
        return alike > open.size();
    }

    private long due(int slot) {
        return Months.epochDay(slot, track.dayOfMonth());
    }
}
