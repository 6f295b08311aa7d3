package fr.syaga.facturation.clockify.billing;

import java.util.List;
import java.util.Set;

/**
 * The bills of a month at one moment.
 *
 * @param made planned or on an invoice
 * @param open that a run may make, those of held customers among them
 * @param held customers none of whose open bills is made unless a person says so
 */
record MonthsBills(List<BillingItem> made, List<Bill> open, Set<String> held, DoubtfulTime doubtful) {

    boolean isHeld(Bill bill) {
        return held.contains(bill.customerCode());
    }
}
