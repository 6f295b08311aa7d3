package fr.syaga.facturation.clockify.billing.preview;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import fr.syaga.facturation.clockify.billing.lines.Bill;
import fr.syaga.facturation.clockify.billing.lines.DoubtfulTime;
import fr.syaga.facturation.clockify.billing.lines.MonthTime;
import fr.syaga.facturation.clockify.billing.plan.BilledParts;
import fr.syaga.facturation.clockify.billing.plan.BillingItem;
import fr.syaga.facturation.clockify.timesheet.TimeEntry;

/**
 * The bills of a month at one moment.
 *
 * @param time what they are made of
 * @param parts which drafts of the month there are and were
 * @param made planned or on an invoice
 * @param timeOfMade the entries on them, by the bill's id
 * @param openTime what they would hold if nobody had one yet
 * @param all that there would be then
 * @param open those of them that a run may make, those of held customers among them
 * @param held customers none of whose open bills is made unless a person says so
 */
record MonthBills(
        MonthTime time,
        BilledParts parts,
        List<BillingItem> made,
        Map<UUID, List<TimeEntry>> timeOfMade,
        List<TimeEntry> openTime,
        List<Bill> all,
        List<Bill> open,
        Set<String> held,
        DoubtfulTime doubtful) {

    List<TimeEntry> timeOf(BillingItem item) {
        return timeOfMade.getOrDefault(item.id(), List.of());
    }

    boolean isHeld(Bill bill) {
        return held.contains(bill.customerCode());
    }
}
