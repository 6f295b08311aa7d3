package fr.syaga.facturation.export.selection;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import fr.syaga.facturation.edge.Rejection;
import fr.syaga.facturation.export.invoicing.Customer;
import fr.syaga.facturation.export.invoicing.Invoice;
import fr.syaga.facturation.export.invoicing.InvoicingClient;
import fr.syaga.facturation.export.oxygene.OxygeneAddress;
import fr.syaga.facturation.export.oxygene.OxygeneKey;
import fr.syaga.facturation.export.oxygene.OxygeneProfile;
import fr.syaga.facturation.export.oxygene.OxygeneProfiles;
import fr.syaga.facturation.export.oxygene.OxygeneTables;
import fr.syaga.facturation.export.register.RegisterEntries;
import fr.syaga.facturation.export.register.RegisterEntry;
import fr.syaga.facturation.export.selection.SkippedInvoice.Reason;

/** Which invoices of a selection leave for Oxygène, and what Oxygène must be told about each beside its content. */
@ApplicationScoped
public class OxygeneSelection {

    /** What no code and no table changes. */
    private static final Set<Reason> UNMENDABLE =
            EnumSet.of(Reason.ALREADY_LEFT, Reason.FROM_OXYGENE, Reason.NOT_APPROVED, Reason.QUOTE_CLOSED);

    private final InvoicingClient invoicing;
    private final RegisterEntries departures;
    private final OxygeneProfiles profiles;
    private final OxygeneTables tables;

    OxygeneSelection(
            InvoicingClient invoicing, RegisterEntries departures, OxygeneProfiles profiles, OxygeneTables tables) {
        this.invoicing = invoicing;
        this.departures = departures;
        this.profiles = profiles;
        this.tables = tables;
    }

    /** The profile of now, the customers' codes, and the invoices that credit notes take back. */
    public record Background(OxygeneProfile profile, Map<String, Customer> customers, Map<UUID, Invoice> credited) {

        /** The number and date of the invoice that this credit note takes back, or null. */
        String credited(Invoice creditNote) {
            Invoice invoice = creditNote.creditOf() == null ? null : credited.get(creditNote.creditOf());
            return invoice == null || invoice.number() == null
                    ? null
                    : "%s du %td/%<tm/%<tY".formatted(invoice.number(), invoice.issuedOn());
        }
    }

    /** The invoices that leave and those that stay, each with its reason. */
    public record Split(List<Invoice> leaving, List<SkippedInvoice> skipped) {

        private static final int TOLD = 20;

        /** @throws Rejection 409 when nothing leaves because Oxygène lacks what each of them needs */
        public void requireSomething() {
            List<SkippedInvoice> lacking = skipped.stream()
                    .filter(each -> !UNMENDABLE.contains(each.reason()))
                    .toList();
            if (leaving.isEmpty() && !lacking.isEmpty()) {
                throw Rejection.conflict(
                        "oxygene-code-missing",
                        "Nothing was written, as nothing can leave. %s"
                                .formatted(lacking.stream()
                                        .limit(TOLD)
                                        .map(each -> each.name() + ": " + each.detail())
                                        .collect(Collectors.joining(" "))));
            }
        }
    }

    /** Asks invoice-service; to be called outside any transaction. */
    public Background background(Selected selected) {
        Set<UUID> credited = selected.invoices().stream()
                .map(Invoice::creditOf)
                .filter(id -> id != null)
                .collect(Collectors.toSet());
        return new Background(profiles.current(), invoicing.customers(), invoicing.byId(credited));
    }

    public Split split(Selected selected, Background background, boolean again) {
        Map<UUID, RegisterEntry> left = departures.ofInvoices(selected.ids());
        RequiredCodes needs = new RequiredCodes(background.profile(), tables);
        List<Invoice> leaving = new ArrayList<>();
        List<SkippedInvoice> skipped = new ArrayList<>();
        for (Invoice invoice : selected.invoices()) {
            RegisterEntry before = again ? null : left.get(invoice.id());
            reasonToStay(invoice, before)
                    .or(() -> needs.lacking(invoice, background.customers().get(invoice.customerCode())))
                    .ifPresentOrElse(skipped::add, () -> leaving.add(invoice));
        }
        return new Split(leaving, skipped);
    }

    private static Optional<SkippedInvoice> reasonToStay(Invoice invoice, RegisterEntry before) {
        if (before != null) {
            return Optional.of(SkippedInvoice.left(invoice, before));
        }
        if (invoice.origin() == Invoice.Origin.HISTORY) {
            return Optional.of(SkippedInvoice.of(
                    invoice, Reason.FROM_OXYGENE, "It came from Oxygène's own list and is there already."));
        }
        return switch (invoice.status()) {
            case APPROVED, ISSUED, SENT, ACCEPTED -> Optional.empty();
            case DRAFT, CANCELLED ->
                // A quote gives no legal number: who asks for one may finish it in Oxygène.
                invoice.isQuote() && invoice.status() == Invoice.Status.DRAFT
                        ? Optional.empty()
                        : Optional.of(SkippedInvoice.of(
                                invoice,
                                Reason.NOT_APPROVED,
                                "It is %s; only approved and issued invoices leave.".formatted(invoice.status())));
            case DECLINED, EXPIRED ->
                Optional.of(SkippedInvoice.of(
                        invoice, Reason.QUOTE_CLOSED, "The quote is %s.".formatted(invoice.status())));
        };
    }

    /** Enters the departures under keys of their own. */
    public void enter(UUID exportId, List<Invoice> leaving, Background background, boolean again) {
        Set<UUID> leftBefore = again
                ? departures
                        .ofInvoices(leaving.stream().map(Invoice::id).toList())
                        .keySet()
                : Set.of();
        Iterator<Long> keys = departures.nextKeys(leaving.size()).iterator();
        departures.persist(leaving.stream()
                .map(invoice ->
                        departure(keys.next(), exportId, invoice, background, leftBefore.contains(invoice.id()))));
    }

    private static RegisterEntry departure(
            long key, UUID exportId, Invoice invoice, Background background, boolean again) {
        Customer customer = background.customers().get(invoice.customerCode());
        return new RegisterEntry(
                key,
                exportId,
                invoice,
                customer,
                background.credited(invoice),
                background.profile().adresse() ? OxygeneAddress.of(customer) : null,
                again);
    }

    /** What a file would say about these documents beside their content, if they left now. */
    public static Map<UUID, OxygeneKey> keys(List<Invoice> documents, Background background) {
        Map<UUID, OxygeneKey> keys = new HashMap<>();
        documents.forEach(each -> keys.put(
                each.id(),
                departure(keys.size() + 1L, null, each, background, false).oxygeneKey()));
        return keys;
    }
}
