package fr.syaga.facturation.invoice.vat;

import java.io.Serializable;

import jakarta.transaction.TransactionScoped;

/** The rates as a transaction found them when it first asked: a batch asks for each document, and they are few. */
@TransactionScoped
public class RatesInForce implements Serializable {

    private static final long serialVersionUID = 1;

    private final transient VatRates rates;
    private transient VatTable found;

    RatesInForce(VatRates rates) {
        this.rates = rates;
    }

    public VatTable table() {
        if (found == null) {
            found = rates.table();
        }
        return found;
    }
}
