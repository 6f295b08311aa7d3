package fr.syaga.facturation.invoice.receivable;

import fr.syaga.facturation.invoice.money.Money;

/** How many documents are open and what they owe together; what a credit note owes is negative. */
record OpenSum(long invoices, long creditNotes, Money amount) {

    boolean isNothing() {
        return invoices == 0 && creditNotes == 0;
    }
}
