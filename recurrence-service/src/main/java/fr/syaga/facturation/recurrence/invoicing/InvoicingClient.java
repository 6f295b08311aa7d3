package fr.syaga.facturation.recurrence.invoicing;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

import fr.syaga.facturation.edge.JsonLines;
import fr.syaga.facturation.edge.Rejection;

/** Talks to invoice-service; when it cannot be reached every method is a 503 and can be repeated. */
@ApplicationScoped
public class InvoicingClient {

    private static final Logger LOG = Logger.getLogger(InvoicingClient.class);
    private static final int PAGE = 1000;

    private final InvoicingApi api;
    private final ObjectMapper json;

    InvoicingClient(@RestClient InvoicingApi api, ObjectMapper json) {
        this.api = api;
        this.json = json;
    }

    /** The issued documents up to a day, and the approved ones that a contract made: they only wait for their number. */
    public History history(LocalDate asOf) {
        HistoryReading history = new HistoryReading();
        with(
                () -> api.invoices(List.of("ISSUED", "APPROVED"), null, null, asOf, HistoryReading.FIELDS),
                lines -> JsonLines.read(lines, json, history::read));
        return history.history();
    }

    /** The invoices of a month, from whatever source; credit notes and cancelled ones are none. */
    public List<UUID> invoicesOf(YearMonth month) {
        List<UUID> ids = new ArrayList<>();
        read(
                () -> api.invoices(
                        List.of("DRAFT", "APPROVED", "ISSUED"), "INVOICE", month.atDay(1), month.atEndOfMonth(), "id"),
                InvoicingApi.DocumentId.class,
                document -> ids.add(document.id()));
        return ids;
    }

    /** What became of an invoice, and its number once it has one. */
    public record Found(InvoiceState state, String number) {}

    /** What became of some invoices, at most 1,000; one that was dropped is absent. */
    public Map<UUID, Found> find(Collection<UUID> ids) {
        return reached(() -> api.states(new InvoicingApi.Ids(List.copyOf(ids)))).items().stream()
                .collect(Collectors.toMap(
                        InvoicingApi.DocumentState::id,
                        each -> new Found(InvoiceState.valueOf(each.status()), each.number())));
    }

    /** The net amount, positive, that approved and issued credit notes of a day or later take back, by invoice. */
    public Map<UUID, BigDecimal> creditedSince(LocalDate from) {
        Map<UUID, BigDecimal> credited = new HashMap<>();
        read(
                () -> api.invoices(List.of("APPROVED", "ISSUED"), "CREDIT_NOTE", from, null, "creditOf,netAmount"),
                InvoicingApi.Credit.class,
                credit -> {
                    if (credit.creditOf() != null) {
                        credited.merge(credit.creditOf(), credit.netAmount().abs(), BigDecimal::add);
                    }
                });
        return credited;
    }

    private <T> void read(Supplier<InputStream> call, Class<T> type, Consumer<T> row) {
        with(call, lines -> JsonLines.read(lines, json, type, row));
    }

    private static void with(Supplier<InputStream> call, Consumer<InputStream> reading) {
        try (InputStream lines = reached(call)) {
            reading.accept(lines);
        } catch (IOException | ProcessingException e) {
            throw down(e);
        }
    }

    /** All customers. */
    public List<Customer> customers() {
        List<Customer> customers = new ArrayList<>();
        String cursor = null;
        do {
            String from = cursor;
            InvoicingApi.CustomerPage page = reached(() -> api.customers(from, PAGE));
            customers.addAll(page.items());
            cursor = page.nextCursor();
        } while (cursor != null);
        return customers;
    }

    /** Makes drafts, at most 1,000; each result stands at the place of its draft. */
    public List<DraftResult> draft(List<Draft> drafts) {
        List<DraftResult> results =
                reached(() -> api.draft(new InvoicingApi.Batch(drafts))).items();
        if (results.size() != drafts.size()) {
            LOG.warnf("invoice-service answered %d results for %d drafts", results.size(), drafts.size());
            throw Rejection.neighbourDown("invoice-service");
        }
        return results;
    }

    private static <T> T reached(Supplier<T> call) {
        try {
            T answer = call.get();
            if (answer == null) {
                throw Rejection.neighbourDown("invoice-service");
            }
            return answer;
        } catch (WebApplicationException | ProcessingException e) {
            throw down(e);
        }
    }

    private static Rejection down(Exception e) {
        LOG.warnf("invoice-service could not be asked: %s", e.getMessage());
        return Rejection.ofNeighbour("invoice-service", e);
    }
}
