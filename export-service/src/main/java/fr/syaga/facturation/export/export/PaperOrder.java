package fr.syaga.facturation.export.export;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import fr.syaga.facturation.export.document.Format;
import fr.syaga.facturation.export.invoicing.Invoice;
import fr.syaga.facturation.export.invoicing.InvoicingClient;
import fr.syaga.facturation.export.invoicing.IssuedDocuments;
import fr.syaga.facturation.export.invoicing.PaperFacts;
import fr.syaga.facturation.export.oxygene.OxygeneProfiles;

/** Gathers all that papers say beside their content, and the papers that Oxygène printed; to be called outside any transaction. */
@ApplicationScoped
class PaperOrder {

    private final InvoicingClient invoicing;
    private final IssuedDocuments issued;
    private final OxygeneProfiles profiles;
    private final PaperStore store;

    PaperOrder(InvoicingClient invoicing, IssuedDocuments issued, OxygeneProfiles profiles, PaperStore store) {
        this.invoicing = invoicing;
        this.issued = issued;
        this.profiles = profiles;
        this.store = store;
    }

    Papers of(Format format, List<Invoice> invoices) {
        Map<UUID, PaperFacts> facts = issued.facts(invoices, profiles.current()::article);
        if (format == Format.FACTURX) {
            IssuedDocuments.requireComplete(invoices, facts);
        }
        invoices.stream()
                .filter(Invoice::hasOwnDocument)
                .filter(invoice -> !store.holds(invoice.documentSha256()))
                .forEach(invoice -> store.keepOwnDocument(invoice.documentSha256(), invoicing.ownDocument(invoice)));
        return new Papers(facts, invoicing.logo().orElse(null));
    }
}
