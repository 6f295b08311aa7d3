package fr.syaga.facturation.export.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import fr.syaga.facturation.edge.Rejection;
import fr.syaga.facturation.export.document.OxygeneProfile;
import fr.syaga.facturation.export.invoicing.Customer;
import fr.syaga.facturation.export.invoicing.Invoice;
import fr.syaga.facturation.export.invoicing.InvoicingClient;
import fr.syaga.facturation.export.oxygene.Departure;
import fr.syaga.facturation.export.oxygene.Departures;
import fr.syaga.facturation.export.oxygene.OxygeneTables;

/** Which invoices of a selection leave for Oxygène, and what Oxygène must be told about each beside its content. */
@ApplicationScoped
class OxygeneSelection {

    private final InvoicingClient invoicing;
    private final Departures departures;
    private final OxygeneProfile profile;
    private final OxygeneTables tables;

    OxygeneSelection(InvoicingClient invoicing, Departures departures, OxygeneProfile profile, OxygeneTables tables) {
        this.invoicing = invoicing;
        this.departures = departures;
        this.profile = profile;
        this.tables = tables;
    }

    /** What invoice-service knows beside the invoices: the customers' codes, and the invoices that credit notes take back. */
    record Background(Map<String, Customer> customers, Map<UUID, Invoice> credited) {

        /** The number and date of the invoice that this credit note takes back, or null. */
        String credited(Invoice creditNote) {
            Invoice invoice = creditNote.creditOf() == null ? null : credited.get(creditNote.creditOf());
            return invoice == null || invoice.number() == null
                    ? null
                    : "%s du %td/%<tm/%<tY".formatted(invoice.number(), invoice.issuedOn());
        }
    }

    /** The invoices that leave and those that stay, each with its reason. */
    record Split(List<Invoice> leaving, List<SkippedInvoice> skipped) {}

    /** Asks invoice-service; to be called outside any transaction. */
    Background background(Selected selected) {
        Set<UUID> credited = selected.invoices().stream()
                .map(Invoice::creditOf)
                .filter(id -> id != null)
                .collect(Collectors.toSet());
        return new Background(invoicing.customers(), invoicing.byId(credited));
    }

    /** @throws Rejection 409 when Oxygène lacks a code that a leaving invoice quotes */
    Split split(Selected selected, Background background, boolean again) {
        Map<UUID, Departure> left = departures.ofInvoices(selected.ids());
        List<Invoice> leaving = new ArrayList<>();
        List<SkippedInvoice> skipped = new ArrayList<>();
        for (Invoice invoice : selected.invoices()) {
            Departure before = left.get(invoice.id());
            SkippedInvoice.Reason reason = reasonToStay(invoice, before, again);
            if (reason == null) {
                leaving.add(invoice);
            } else {
                skipped.add(new SkippedInvoice(
                        invoice.id(),
                        invoice.number(),
                        reason,
                        before == null ? null : before.key(),
                        before == null ? null : before.exportId()));
            }
        }
        OxygeneNeeds needs = new OxygeneNeeds(profile);
        leaving.forEach(invoice -> needs.add(invoice, background.customers().get(invoice.customerCode())));
        needs.require(tables);
        return new Split(leaving, skipped);
    }

    private static SkippedInvoice.Reason reasonToStay(Invoice invoice, Departure before, boolean again) {
        if (invoice.status() == Invoice.Status.DRAFT || invoice.status() == Invoice.Status.CANCELLED) {
            return SkippedInvoice.Reason.NOT_APPROVED;
        }
        if (invoice.origin() == Invoice.Origin.HISTORY) {
            return SkippedInvoice.Reason.FROM_OXYGENE;
        }
        return before != null && !again ? SkippedInvoice.Reason.ALREADY_LEFT : null;
    }

    /** Enters the departures under keys of their own. */
    void enter(UUID exportId, List<Invoice> leaving, Background background, boolean again) {
        Set<UUID> leftBefore = again
                ? departures
                        .ofInvoices(leaving.stream().map(Invoice::id).toList())
                        .keySet()
                : Set.of();
        for (Invoice invoice : leaving) {
            departures.persist(new Departure(
                    departures.nextKey(),
                    exportId,
                    invoice,
                    background.customers().get(invoice.customerCode()),
                    background.credited(invoice),
                    leftBefore.contains(invoice.id())));
        }
    }
}
