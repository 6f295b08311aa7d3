package fr.syaga.facturation.clockify.layout;

import java.util.List;

/** A customer's layout as it is shown. */
record LayoutView(String customerCode, List<LayoutGroup> groups, LayoutGroup rest) {

    static LayoutView of(String customerCode, BillingLayout layout) {
        return new LayoutView(customerCode, layout.groups(), layout.rest());
    }
}
