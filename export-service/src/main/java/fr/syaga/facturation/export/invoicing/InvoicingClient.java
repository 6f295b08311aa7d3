package fr.syaga.facturation.export.invoicing;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import fr.syaga.facturation.edge.JsonLines;
import fr.syaga.facturation.edge.Rejection;

/** invoice-service as this service uses it; a neighbour that does not answer is a 503 and never an empty answer. */
@ApplicationScoped
public class InvoicingClient {

    private static final String NEIGHBOUR = "invoice-service";
    /** A query string stays below what HTTP servers take. */
    private static final int IDS_A_CALL = 50;

    private static final int MARKS_A_CALL = 500;
    private static final int CUSTOMERS_A_PAGE = 1000;

    private final InvoicingApi api;
    private final ObjectMapper json;

    InvoicingClient(@RestClient InvoicingApi api, ObjectMapper json) {
        this.api = api;
        this.json = NeighbourText.cleaned(json);
    }

    /**
     * Hands over each selected invoice in invoice-service's order of dates; of many ids, which take several questions, in the
     * order (date, id), whatever their own order was.
     *
     * @throws Rejection 503 when the stream breaks; what was handed over must then be dropped
     */
    public void read(InvoiceQuery query, Consumer<Invoice> each) {
        List<String> ids = query.ids().stream().distinct().toList();
        if (ids.size() <= IDS_A_CALL) {
            stream(query.withIds(ids), each);
            return;
        }
        List<Invoice> found = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += IDS_A_CALL) {
            stream(query.withIds(ids.subList(from, Math.min(from + IDS_A_CALL, ids.size()))), found::add);
        }
        found.sort(Comparator.comparing(Invoice::issuedOn).thenComparing(Invoice::id));
        found.forEach(each);
    }

    /** The named documents, quotes too, by id; one that does not exist is absent. */
    public Map<UUID, Invoice> byId(Set<UUID> ids) {
        Map<UUID, Invoice> found = new HashMap<>();
        if (!ids.isEmpty()) {
            read(
                    InvoiceQuery.ofIds(ids.stream().map(UUID::toString).sorted().toList()),
                    invoice -> found.put(invoice.id(), invoice));
        }
        ids.stream()
                .filter(id -> !found.containsKey(id))
                .forEach(id -> quote(id).ifPresent(quote -> found.put(id, quote)));
        return found;
    }

    /** The quote of that id; lists and streams show quotes only to who asks for nothing else. */
    public Optional<Invoice> quote(UUID id) {
        return ifThere(() -> api.invoice(id)).filter(Invoice::isQuote);
    }

    /**
     * The paper that Oxygène printed for this invoice.
     *
     * @throws Rejection 409 when it is not the one that the invoice speaks of: somebody put another one meanwhile
     */
    public byte[] ownDocument(Invoice invoice) {
        return ifThere(() -> api.document(invoice.id()))
                .filter(bytes -> Sha256.of(bytes).equalsIgnoreCase(invoice.documentSha256()))
                .orElseThrow(() -> Rejection.conflict(
                        "document-changed",
                        "The document kept for %s was changed or taken away meanwhile; order again."
                                .formatted(invoice.number())));
    }

    /** The issuer's logo; asked once an order, not once a page. */
    public Optional<Logo> logo() {
        return ifThere(api::logo).map(Logo::new);
    }

    /** The customer of that code as it is now, if there is one. */
    public Optional<Customer> customer(String code) {
        return ifThere(() -> api.customer(code));
    }

    /** Every customer, by code. */
    public Map<String, Customer> customers() {
        Map<String, Customer> all = new HashMap<>();
        String cursor = null;
        do {
            String next = cursor;
            InvoicingApi.Customers page = call(() -> api.customers(next, CUSTOMERS_A_PAGE));
            page.items().forEach(customer -> all.put(customer.code(), customer));
            cursor = page.nextCursor();
        } while (cursor != null);
        return all;
    }

    /**
     * What each of these documents must say beside its lines, by its id; asked one by one, so for hundreds and not for thousands.
     *
     * @param invoices an imported one only where the paper that Oxygène printed is kept
     * @param article the reference of lines that name no article
     */
    public Map<UUID, PaperFacts> paperFacts(
            List<Invoice> invoices, BiFunction<Invoice.Origin, Customer, String> article) {
        Set<UUID> credited = new HashSet<>();
        invoices.stream().map(Invoice::creditOf).filter(id -> id != null).forEach(credited::add);
        Map<UUID, Invoice> originals = byId(credited);
        Map<String, Customer> customers = customers();
        Map<UUID, PaperFacts> facts = new HashMap<>();
        for (Invoice invoice : invoices) {
            Customer customer = customers.get(invoice.customerCode());
            facts.put(
                    invoice.id(),
                    PaperFacts.of(
                            invoice,
                            legalFacts(invoice),
                            originals.get(invoice.creditOf()),
                            customer,
                            article.apply(invoice.origin(), customer)));
        }
        return facts;
    }

    private LegalFacts legalFacts(Invoice invoice) {
        return invoice.isFromOxygene()
                ? LegalFacts.ofPrinted(issuer(), invoice)
                : call(() -> api.legalMentions(invoice.id()));
    }

    /** The SIREN of the company that issues; empty until an admin said who that is. */
    public Optional<String> issuerSiren() {
        return issuer().map(LegalFacts.Issuer::siren);
    }

    private Optional<LegalFacts.Issuer> issuer() {
        return ifThere(api::issuer);
    }

    /** Gives a quote its number, as it is to leave now. Repeating it is harmless. */
    public void leaves(UUID quoteId) {
        sent(quoteId, null, null);
    }

    /** Tells when the document left for whom; the first time counts, so repeating it is harmless. */
    public void sent(UUID invoiceId, Instant sentAt, List<String> recipients) {
        call(() -> {
            api.sent(invoiceId, new InvoicingApi.Sending(sentAt, recipients));
            return null;
        });
    }

    /**
     * Tells that invoices left in a file. Repeating it is harmless.
     *
     * @param keys the key under which each invoice left
     * @return the invoices that invoice-service now knows as exported
     */
    public Set<UUID> exported(UUID exportId, Map<UUID, String> keys) {
        List<ExportNotice.Item> items = keys.entrySet().stream()
                .map(entry -> new ExportNotice.Item(entry.getKey().toString(), entry.getValue()))
                .toList();
        Set<UUID> marked = new HashSet<>();
        for (int from = 0; from < items.size(); from += MARKS_A_CALL) {
            List<ExportNotice.Item> some =
                    new ArrayList<>(items.subList(from, Math.min(from + MARKS_A_CALL, items.size())));
            call(() -> api.exported(new ExportNotice(exportId.toString(), some))).items().stream()
                    .filter(result -> !"FAILED".equals(result.result()))
                    .forEach(result -> marked.add(UUID.fromString(result.id())));
        }
        return marked;
    }

    private void stream(InvoiceQuery query, Consumer<Invoice> each) {
        try (InputStream lines = call(() -> api.stream(
                query.status(),
                query.origin(),
                query.kinds(),
                query.customers(),
                query.from(),
                query.to(),
                query.ids()))) {
            JsonLines.read(lines, json, Invoice.class, each);
        } catch (IOException e) {
            throw down(e);
        }
    }

    private static <T> Optional<T> ifThere(Supplier<T> call) {
        try {
            return Optional.ofNullable(call.get());
        } catch (WebApplicationException e) {
            if (e.getResponse().getStatus() == Response.Status.NOT_FOUND.getStatusCode()) {
                return Optional.empty();
            }
            throw down(e);
        } catch (ProcessingException e) {
            throw down(e);
        }
    }

    private static <T> T call(Supplier<T> call) {
        try {
            return call.get();
        } catch (WebApplicationException | ProcessingException e) {
            throw down(e);
        }
    }

    private static Rejection down(Exception cause) {
        return Rejection.ofNeighbour(NEIGHBOUR, cause);
    }
}
