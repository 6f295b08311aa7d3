package fr.syaga.facturation.export.delivery;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.jboss.logging.Logger;

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

    /** 409: it has a fault of its own; 502: a neighbour cannot make what belongs to it. A neighbour that is down concerns all. */
    private static final Set<Integer> OF_ONE_DOCUMENT = Set.of(409, 502);

    private static final int TOLD = 20;
    private static final Logger LOG = Logger.getLogger(DeliveryOrder.class);

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

    /** The deliveries of the invoices in the order asked for, what is not mailed, and whether this order made one of them. */
    record Taken(List<DeliveryView> deliveries, List<SkippedMail> skipped, boolean isNew) {}

    /** @throws Rejection 404; 409 for what is no document to mail at all, and when none of them can be mailed */
    Taken take(List<UUID> ids, String user) {
        if (config.smtp().isEmpty()) {
            throw Rejection.conflict(
                    "smtp-not-configured",
                    "No mail server is set up: give the service QUARKUS_MAILER_HOST (and _PORT, _USERNAME, _PASSWORD).");
        }
        Set<UUID> wanted = new LinkedHashSet<>(ids);
        Map<UUID, Delivery> known = QuarkusTransaction.requiringNew().call(() -> known(wanted));
        reopened(known).forEach(known::remove);
        List<Invoice> unknown = invoices(wanted.stream()
                .filter(id -> !known.containsKey(id))
                .collect(Collectors.toCollection(LinkedHashSet::new)));
        Map<Invoice, Rejection> refused = new LinkedHashMap<>();
        List<Invoice> open = those(unknown, refused, DeliveryOrder::requireOpen);
        Map<UUID, PaperFacts> facts = issued.facts(open, profiles.current()::article);
        List<Invoice> reached = those(
                open,
                refused,
                invoice -> LatestAddress.usable(
                        invoice.customerCode(), facts.get(invoice.id()).emails()));
        requireSender(reached, facts);
        List<Invoice> leaving = numbered(reached);
        Logo logo = leaving.isEmpty() ? null : invoicing.logo().orElse(null);
        Map<UUID, Letter> letters = new HashMap<>();
        List<Invoice> written = those(
                leaving,
                refused,
                invoice ->
                        letters.put(invoice.id(), letter(new PaperDocument(invoice, facts.get(invoice.id()), logo))));
        requireSomething(refused, known.isEmpty() && written.isEmpty());
        refused.keySet().forEach(invoice -> wanted.remove(invoice.id()));
        List<SkippedMail> skipped = refused.entrySet().stream()
                .map(each -> SkippedMail.of(each.getKey(), each.getValue()))
                .toList();
        return QuarkusTransaction.requiringNew().call(() -> keep(wanted, written, letters, skipped, user));
    }

    /** Those that the step does not refuse. One that it does is remembered with its reason, and never takes the others along. */
    private static List<Invoice> those(
            List<Invoice> invoices, Map<Invoice, Rejection> refused, Consumer<Invoice> step) {
        List<Invoice> passed = new ArrayList<>();
        for (Invoice invoice : invoices) {
            try {
                step.accept(invoice);
                passed.add(invoice);
            } catch (Rejection e) {
                if (!OF_ONE_DOCUMENT.contains(e.getStatusCode())) {
                    throw e;
                }
                refused.put(invoice, e);
            }
        }
        return passed;
    }

    /** @throws Rejection the one of the only document, or one that names them all */
    private static void requireSomething(Map<Invoice, Rejection> refused, boolean nothingElse) {
        if (!nothingElse || refused.isEmpty()) {
            return;
        }
        Rejection first = refused.values().iterator().next();
        throw refused.size() == 1
                ? first
                : Rejection.conflict(
                        first.code(),
                        refused.entrySet().stream()
                                .limit(TOLD)
                                .map(each -> "%s: %s"
                                        .formatted(
                                                each.getKey().number(),
                                                each.getValue().getDetail()))
                                .collect(Collectors.joining(" ")));
    }

    /** @throws Rejection 409 for a quote that nobody can accept any more */
    private static void requireOpen(Invoice invoice) {
        if (invoice.isQuote() && !OPEN_QUOTES.contains(invoice.status())) {
            throw Rejection.conflict(
                    "quote-closed",
                    "A quote is mailed while it is DRAFT or SENT; %s is %s."
                            .formatted(invoice.number(), invoice.status()));
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
        } catch (Rejection e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            LOG.errorf(e, "The mail with %s could not be written", invoice.id());
            throw Rejection.conflict(
                    "unusable-document",
                    "%s could not be printed; the service's log says why. Change its texts, or order it alone once that is mended."
                            .formatted(invoice.number()));
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
        return ids.stream().map(found::get).toList();
    }

    private void requireSender(List<Invoice> invoices, Map<UUID, PaperFacts> facts) {
        boolean noSender = config.from().isEmpty()
                && invoices.stream()
                        .map(invoice -> facts.get(invoice.id()).legal().seller())
                        .anyMatch(seller -> seller == null || seller.email() == null);
        if (noSender) {
            throw Rejection.conflict(
                    "sender-missing",
                    "Nobody said who sends: set QUARKUS_MAILER_FROM, or the issuer's e-mail address.");
        }
    }

    private Taken keep(
            Set<UUID> wanted,
            List<Invoice> unknown,
            Map<UUID, Letter> letters,
            List<SkippedMail> skipped,
            String user) {
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
        return new Taken(views, skipped, isNew);
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
