package fr.syaga.facturation.clockify.billing.plan;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import fr.syaga.facturation.clockify.billing.lines.Bill;

/**
 * Which drafts of a month there are and which went away again. A customer who has one waits for the next month with what came
 * late, unless a draft of the month was refused, dropped or cancelled: then what it held is billed again, and nothing twice.
 */
public final class BilledParts {

    private final Map<String, Set<String>> live = new HashMap<>();
    private final Map<String, Set<String>> gone = new HashMap<>();

    /** @param items of one month, released ones too */
    public BilledParts(List<BillingItem> items) {
        for (BillingItem item : items) {
            (item.isReleased() ? gone : live)
                    .computeIfAbsent(item.customerCode(), any -> new HashSet<>())
                    .add(item.part());
        }
        live.forEach((customer, parts) ->
                gone.getOrDefault(customer, new HashSet<>()).removeAll(parts));
    }

    public boolean isFree(Bill bill) {
        Set<String> there = live.getOrDefault(bill.customerCode(), Set.of());
        boolean again = !gone.getOrDefault(bill.customerCode(), Set.of()).isEmpty();
        return there.isEmpty() || again && !there.contains(bill.part());
    }

    public boolean isBilled(String customerCode) {
        return live.containsKey(customerCode);
    }
}
