package fr.syaga.facturation.clockify.invoicing;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

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
    private static final int IDS_A_CALL = 50;

    private final InvoicingApi api;
    private final ObjectMapper json;

    InvoicingClient(@RestClient InvoicingApi api, ObjectMapper json) {
        this.api = api;
        this.json = json;
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
                reached(() -> api.draft("full", new InvoicingApi.Batch(drafts))).items();
        if (results.size() != drafts.size()) {
            LOG.warnf("invoice-service answered %d results for %d drafts", results.size(), drafts.size());
            throw Rejection.neighbourDown("invoice-service");
        }
        return results;
    }

    /** The invoices that still exist among these; a dropped draft is missing. */
    public Map<UUID, Invoice> invoices(Collection<UUID> ids) {
        Map<UUID, Invoice> found = new HashMap<>();
        List<UUID> all = List.copyOf(ids);
        for (int from = 0; from < all.size(); from += IDS_A_CALL) {
            List<UUID> some = all.subList(from, Math.min(all.size(), from + IDS_A_CALL));
            try (InputStream lines = reached(() -> api.invoices(some))) {
                JsonLines.read(lines, json, Invoice.class, invoice -> found.put(invoice.id(), invoice));
            } catch (IOException e) {
                throw down(e);
            }
        }
        return found;
    }

    /** All documents of these days, both included. */
    public List<Invoice> issuedBetween(LocalDate from, LocalDate to) {
        List<Invoice> found = new ArrayList<>();
        try (InputStream lines = reached(() -> api.issued(from, to))) {
            JsonLines.read(lines, json, Invoice.class, found::add);
            return found;
        } catch (IOException e) {
            throw down(e);
        }
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
