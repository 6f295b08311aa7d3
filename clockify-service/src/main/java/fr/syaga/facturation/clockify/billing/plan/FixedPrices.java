package fr.syaga.facturation.clockify.billing.plan;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import fr.syaga.facturation.clockify.layout.BilledUnit;
import fr.syaga.facturation.clockify.layout.BillingLayout;
import fr.syaga.facturation.clockify.layout.LayoutGroup;
import fr.syaga.facturation.clockify.timesheet.TimeEntry;

/** Prices of a whole month that are on a bill: time that comes late for such a month is in the price, and billed no more. */
final class FixedPrices {

    private final Map<String, BillingLayout> layouts;
    private final BillingItems items;
    private final Map<YearMonth, List<BillingItem>> read = new HashMap<>();

    FixedPrices(Map<String, BillingLayout> layouts, BillingItems items) {
        this.layouts = layouts;
        this.items = items;
    }

    /** The bill whose fixed price the time is in. */
    Optional<BillingItem> covering(TimeEntry entry) {
        BillingLayout layout = entry.customerCode() == null ? null : layouts.get(entry.customerCode());
        if (layout == null) {
            return Optional.empty();
        }
        LayoutGroup group = layout.of(entry.details());
        if (group.unit() != BilledUnit.FIXED) {
            return Optional.empty();
        }
        return read.computeIfAbsent(YearMonth.from(entry.day()), items::live).stream()
                .filter(item -> item.customerCode().equals(entry.customerCode()))
                .filter(item -> item.hasFixedPriceOf(group.title()))
                .findFirst();
    }
}
