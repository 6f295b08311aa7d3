package fr.syaga.facturation.export.selection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

import fr.syaga.facturation.edge.Rejection;
import fr.syaga.facturation.export.document.Format;
import fr.syaga.facturation.export.invoicing.Invoice;
import fr.syaga.facturation.export.invoicing.InvoicingClient;
import fr.syaga.facturation.export.invoicing.IssuedDocuments;
import fr.syaga.facturation.export.invoicing.LegalFacts;
import fr.syaga.facturation.export.invoicing.PaperFacts;
import fr.syaga.facturation.export.oxygene.OxygeneProfiles;
import fr.syaga.facturation.export.selection.SkippedInvoice.Reason;

/** Gathers all that papers say beside their content, and the papers that Oxygène printed; to be called outside any transaction. */
@ApplicationScoped
public class PaperOrder {

    private static final int TOLD = 20;

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

    /** @throws Rejection 409 when none of them can be printed, with the reasons */
    public Papers of(Format format, List<Invoice> invoices) {
        Map<UUID, PaperFacts> facts = new HashMap<>(issued.facts(invoices, profiles.current()::article));
        List<SkippedInvoice> skipped = new ArrayList<>();
        for (Invoice invoice : invoices) {
            Optional<SkippedInvoice> left =
                    format == Format.FACTURX ? notElectronic(invoice, facts.get(invoice.id())) : withoutPaper(invoice);
            left.ifPresent(skipped::add);
        }
        skipped.forEach(each -> facts.remove(each.invoiceId()));
        if (facts.isEmpty()) {
            throw refusal(skipped);
        }
        return new Papers(facts, invoicing.logo().orElse(null), skipped);
    }

    private static Optional<SkippedInvoice> notElectronic(Invoice invoice, PaperFacts facts) {
        LegalFacts legal = facts.legal();
        if (legal.noEInvoice() != null) {
            return Optional.of(SkippedInvoice.of(
                    invoice,
                    Reason.NO_E_INVOICE,
                    legal.noEInvoice() + " Order PDF, or mail it with POST /api/v1/deliveries."));
        }
        return legal.missing().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        SkippedInvoice.of(
                                invoice,
                                Reason.MANDATORY_MENTION_MISSING,
                                "It was issued without what an electronic invoice needs: %s. PDF is still possible; for Factur-X"
                                                .formatted(legal.missing())
                                        + " credit it, complete the customer (buyer), the issuer (seller) or the legal wordings (wording), and issue anew."));
    }

    /** Keeps the paper that Oxygène printed, where there is one. */
    private Optional<SkippedInvoice> withoutPaper(Invoice invoice) {
        if (!invoice.hasOwnDocument() || store.holds(invoice.documentSha256())) {
            return Optional.empty();
        }
        try {
            store.keepOwnDocument(invoice.documentSha256(), invoicing.ownDocument(invoice));
            return Optional.empty();
        } catch (Rejection e) {
            if (e.getStatusCode() != Response.Status.CONFLICT.getStatusCode()) {
                throw e;
            }
            return Optional.of(SkippedInvoice.of(invoice, Reason.DOCUMENT_CHANGED, e.getDetail()));
        }
    }

    private static Rejection refusal(List<SkippedInvoice> skipped) {
        return Rejection.conflict(
                skipped.get(0).reason().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                skipped.stream()
                        .limit(TOLD)
                        .map(each -> each.name() + ": " + each.detail())
                        .collect(Collectors.joining(" ")));
    }
}
