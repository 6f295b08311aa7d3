package fr.syaga.facturation.export.delivery;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.narayana.jta.QuarkusTransaction;

import fr.syaga.facturation.edge.Rejection;
import fr.syaga.facturation.export.document.PaperDocument;
import fr.syaga.facturation.export.document.Renderer;
import fr.syaga.facturation.export.invoicing.Invoice;
import fr.syaga.facturation.export.invoicing.InvoicingClient;
import fr.syaga.facturation.export.invoicing.IssuedDocuments;
import fr.syaga.facturation.export.invoicing.Logo;
import fr.syaga.facturation.export.invoicing.PaperFacts;
import fr.syaga.facturation.export.oxygene.OxygeneProfiles;

/**
 * Takes an order to mail invoices: writes each letter and keeps it for a person's yes. An invoice that was ordered before is
 * answered with its delivery.
 */
@ApplicationScoped
class DeliveryOrder {

    private static final Set<Invoice.Status> OPEN_QUOTES = EnumSet.of(Invoice.Status.DRAFT, Invoice.Status.SENT);

    private final InvoicingClient invoicing;
    private final IssuedDocuments issued;
    private final LetterWriter writer;
    private final Deliveries deliveries;
    private final OxygeneProfiles profiles;
    private final DeliveryConfig config;

    DeliveryOrder(
            InvoicingClient invoicing,
            IssuedDocuments issued,
            LetterWriter writer,
            Deliveries deliveries,
            OxygeneProfiles profiles,
            DeliveryConfig config) {
        this.invoicing = invoicing;
        this.issued = issued;
        this.writer = writer;
        this.deliveries = deliveries;
        this.profiles = profiles;
        this.config = config;
    }

    /** The deliveries of the invoices in the order asked for, and whether this order made one of them. */
    record Taken(List<DeliveryView> deliveries, boolean isNew) {}

    /** @throws Rejection 404, 409 when one of them cannot be mailed: then none is ordered */
    Taken take(List<UUID> ids, String user) {
        if (config.smtp().isEmpty()) {
            throw Rejection.conflict(
                    "smtp-not-configured",
                    "No mail server is set up: give the service QUARKUS_MAILER_HOST (and _PORT, _USERNAME, _PASSWORD).");
        }
        Set<UUID> wanted = new LinkedHashSet<>(ids);
        Map<UUID, Delivery> known = QuarkusTransaction.requiringNew().call(() -> known(wanted));
        reopened(known).forEach(known::remove);
        List<Invoice> unknown =
                invoices(wanted.stream().filter(id -> !known.containsKey(id)).collect(Collectors.toSet()));
        requireOpen(unknown);
        Map<UUID, PaperFacts> facts = issued.facts(unknown, profiles.current()::article);
        requireAddresses(unknown, facts);
        List<Invoice> leaving = numbered(unknown);
        Logo logo = leaving.isEmpty() ? null : invoicing.logo().orElse(null);
        Map<UUID, Letter> letters = new HashMap<>();
        leaving.forEach(invoice ->
                letters.put(invoice.id(), letter(new PaperDocument(invoice, facts.get(invoice.id()), logo))));
        return QuarkusTransaction.requiringNew().call(() -> keep(wanted, leaving, letters, user));
    }

    /** @throws Rejection 409 for quotes that nobody can accept any more */
    private static void requireOpen(List<Invoice> invoices) {
        String closed = invoices.stream()
                .filter(Invoice::isQuote)
                .filter(quote -> !OPEN_QUOTES.contains(quote.status()))
                .map(quote -> "%s (%s)".formatted(quote.number(), quote.status()))
                .collect(Collectors.joining(", "));
        if (!closed.isEmpty()) {
            throw Rejection.conflict(
                    "quote-closed",
                    "A quote is mailed while it is DRAFT or SENT; these are not: %s.".formatted(closed));
        }
    }

    /** A quote gets its number by leaving, so that the number is on its paper; in a dry run nothing leaves. */
    private List<Invoice> numbered(List<Invoice> invoices) {
        Set<UUID> drafts = redirectedTo() != null
                ? Set.of()
                : invoices.stream()
                        .filter(invoice -> invoice.isQuote() && invoice.status() == Invoice.Status.DRAFT)
                        .map(Invoice::id)
                        .collect(Collectors.toSet());
        drafts.forEach(invoicing::leaves);
        Map<UUID, Invoice> sent = invoicing.byId(drafts);
        return invoices.stream()
                .map(invoice -> sent.getOrDefault(invoice.id(), invoice))
                .toList();
    }

    private Letter letter(PaperDocument document) {
        Invoice invoice = document.invoice();
        try {
            return writer.write(document, invoice.hasOwnDocument() ? invoicing.ownDocument(invoice) : null);
        } catch (Renderer.UnusableFile e) {
            throw Rejection.conflict("unusable-document", e.getMessage());
        }
    }

    /** Quotes that were mailed and are drafts again: what a customer gets next is another offer. */
    private Set<UUID> reopened(Map<UUID, Delivery> known) {
        Set<UUID> mailed = known.values().stream()
                .filter(Delivery::isOfAMailedQuote)
                .map(Delivery::invoiceId)
                .collect(Collectors.toSet());
        return invoicing.byId(mailed).values().stream()
                .filter(quote -> quote.status() == Invoice.Status.DRAFT)
                .map(Invoice::id)
                .collect(Collectors.toSet());
    }

    private Map<UUID, Delivery> known(Set<UUID> wanted) {
        Map<UUID, Delivery> known = new HashMap<>();
        wanted.forEach(id -> deliveries.of(id, redirectedTo()).ifPresent(delivery -> known.put(id, delivery)));
        return known;
    }

    private String redirectedTo() {
        return config.redirectTo().orElse(null);
    }

    private List<Invoice> invoices(Set<UUID> ids) {
        Map<UUID, Invoice> found = invoicing.byId(ids);
        ids.stream().filter(id -> !found.containsKey(id)).findFirst().ifPresent(id -> {
            throw Rejection.notFound("invoice", id);
        });
        return List.copyOf(found.values());
    }

    private void requireAddresses(List<Invoice> invoices, Map<UUID, PaperFacts> facts) {
        String without = invoices.stream()
                .filter(invoice -> facts.get(invoice.id()).emails().isEmpty())
                .map(Invoice::customerCode)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        if (!without.isEmpty()) {
            throw Rejection.conflict(
                    "recipient-missing",
                    "These customers have no e-mail address: %s. Enter it with PUT /api/v1/customers/{code} of invoice-service."
                            .formatted(without));
        }
        boolean noSender = config.from().isEmpty()
                && facts.values().stream()
                        .map(each -> each.legal().seller())
                        .anyMatch(seller -> seller == null || seller.email() == null);
        if (noSender) {
            throw Rejection.conflict(
                    "sender-missing",
                    "Nobody said who sends: set QUARKUS_MAILER_FROM, or the issuer's e-mail address.");
        }
    }

    private Taken keep(Set<UUID> wanted, List<Invoice> unknown, Map<UUID, Letter> letters, String user) {
        deliveries.lockOrders();
        Map<UUID, Invoice> invoices = unknown.stream().collect(Collectors.toMap(Invoice::id, invoice -> invoice));
        List<DeliveryView> views = new ArrayList<>();
        boolean isNew = false;
        for (UUID id : wanted) {
            Optional<Delivery> before = deliveries.of(id, redirectedTo());
            // What was written for a quote that had been mailed is for its next edition.
            Optional<Delivery> known =
                    before.filter(delivery -> !(letters.containsKey(id) && delivery.isOfAMailedQuote()));
            Delivery delivery = known.orElseGet(() -> made(invoices.get(id), letters.get(id), before, user));
            isNew |= known.isEmpty();
            views.add(DeliveryView.of(delivery));
        }
        return new Taken(views, isNew);
    }

    private Delivery made(Invoice invoice, Letter letter, Optional<Delivery> before, String user) {
        if (invoice == null) {
            // It was known a moment ago and has been cancelled since.
            throw Rejection.conflict("delivery-cancelled", "The delivery was cancelled meanwhile; order it again.");
        }
        // As the database keeps it, so that the first answer and all later ones are alike.
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        Delivery delivery = new Delivery(invoice, letter, user, now);
        before.ifPresent(delivery::again);
        // What lacks a mandatory mention waits for a person even where no yes is asked for.
        if (config.approval() == DeliveryConfig.Approval.AUTOMATIC
                && letter.missing().isEmpty()) {
            delivery.approve(user, now);
        }
        deliveries.keep(delivery, letter);
        return delivery;
    }
}
