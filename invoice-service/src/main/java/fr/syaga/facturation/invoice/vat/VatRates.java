package fr.syaga.facturation.invoice.vat;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** All dated rates. */
@ApplicationScoped
public class VatRates implements PanacheRepositoryBase<DatedVatRate, DatedVatRate.Key> {

    /** The rates as they stand now, for as long as one piece of work takes. */
    public VatTable table() {
        return new VatTable(inOrder());
    }

    List<DatedVatRate> inOrder() {
        return list("order by kind, validFrom");
    }
}
