package fr.syaga.facturation.invoice.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

import fr.syaga.facturation.edge.Rejection;
import fr.syaga.facturation.edge.RequestValue;
import fr.syaga.facturation.invoice.cache.CachedInvoices;
import fr.syaga.facturation.invoice.invoice.InvoiceKind;
import fr.syaga.facturation.invoice.invoice.InvoiceOrigin;
import fr.syaga.facturation.invoice.invoice.InvoiceStatus;
import fr.syaga.facturation.invoice.invoice.SearchWords;

/** Which documents a caller asks for. Every condition that is absent is no condition; dates are inclusive and select by issuedOn. */
public class InvoiceFilter {

    @QueryParam("customer")
    @Parameter(description = "Customer code; may be repeated")
    List<String> customer = List.of();

    @QueryParam("from")
    @Parameter(description = "First issuedOn, such as 2025-07-01")
    String from;

    @QueryParam("to")
    @Parameter(description = "Last issuedOn, such as 2025-07-31")
    String to;

    @QueryParam("status")
    @Parameter(
            description =
                    "DRAFT, APPROVED, ISSUED or CANCELLED, of a quote DRAFT, SENT, ACCEPTED, DECLINED or EXPIRED; may be repeated")
    List<String> status = List.of();

    @QueryParam("origin")
    @Parameter(description = "HISTORY, RECURRENCE, TIME or MANUAL; may be repeated")
    List<String> origin = List.of();

    @QueryParam("kind")
    @Parameter(description = "INVOICE, CREDIT_NOTE or QUOTE; quotes only when they are named here or by id")
    List<String> kind = List.of();

    @QueryParam("exported")
    @Parameter(description = "true: only what left for Oxygène; false: only what did not")
    String exported;

    @QueryParam("sent")
    @Parameter(
            description =
                    "true: only what the customer got, by our own word or by the cache's; false: only what it did not")
    String sent;

    @QueryParam("contract")
    @Parameter(description = "Id of the contract that made it; may be repeated")
    List<String> contract = List.of();

    @QueryParam("run")
    @Parameter(description = "Id of the run that made it; may be repeated")
    List<String> run = List.of();

    @QueryParam("id")
    @Parameter(description = "Invoice id; may be repeated")
    List<String> id = List.of();

    @QueryParam("q")
    @Parameter(
            description =
                    "Words to be found in number, customer, subject, lines or the cache's designation; case and accents do not count, the end of a word may be missing")
    String q;

    /**
     * The words stand in the document itself, or in what the cache says of the document of that number. Two index scans: one
     * condition with an "or" would read the whole table.
     */
    private static final String FOUND_BY_WORDS = """
            id in (select i.id from Invoice i
                   where cast(sql('search_vector @@ words_query(?)', :words) as Boolean) = true
                   union
                   select j.id from Invoice j where j.number in (
                       %s))""".formatted(CachedInvoices.NUMBERS_WITH_WORDS);

    /** Sent by our own word, or by that of the cache on the document of that number. */
    private static final String SENT = """
            (dispatch.sentAt is not null
             or coalesce(number, '') in (%s))""".formatted(CachedInvoices.NUMBERS_SENT);

    /** The conditions as a where clause of the query language, with its parameters. */
    public Where where() {
        Where where = new Where();
        if (!customer.isEmpty()) {
            where.and(
                    "upper(customerCode) in :customers",
                    "customers",
                    customer.stream().map(String::toUpperCase).toList());
        }
        RequestValue.ordered(from, to);
        LocalDate first = RequestValue.date("from", from);
        if (first != null) {
            where.and("issuedOn >= :first", "first", first);
        }
        LocalDate last = RequestValue.date("to", to);
        if (last != null) {
            where.and("issuedOn <= :last", "last", last);
        }
        where.andIn("status", RequestValue.someOf(InvoiceStatus.class, "status", status));
        where.andIn("origin", RequestValue.someOf(InvoiceOrigin.class, "origin", origin));
        where.andIn("kind", RequestValue.someOf(InvoiceKind.class, "kind", kind));
        if (!asksForQuotes()) {
            where.and("kind <> :quote", "quote", InvoiceKind.QUOTE);
        }
        where.andIn("contractId", contract);
        where.andIn("runId", run);
        where.andIn("id", id.stream().map(this::uuid).toList());
        if (exported != null && !exported.isBlank()) {
            where.and(isTrue("exported", exported) ? "dispatch.exportedAt is not null" : "dispatch.exportedAt is null");
        }
        if (sent != null && !sent.isBlank()) {
            where.and(isTrue("sent", sent) ? SENT : "not " + SENT);
        }
        if (q != null && !q.isBlank()) {
            where.and(FOUND_BY_WORDS, "words", SearchWords.folded(q));
        }
        return where;
    }

    /** Quotes are in no list but their own, and where documents are asked for by name. */
    public boolean asksForQuotes() {
        return !id.isEmpty()
                || RequestValue.someOf(InvoiceKind.class, "kind", kind).contains(InvoiceKind.QUOTE);
    }

    private UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Rejection.invalid("id", "'%s' is not an invoice id".formatted(text));
        }
    }

    private static boolean isTrue(String name, String text) {
        return switch (text.strip().toLowerCase(java.util.Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw Rejection.invalid(name, "'%s' is neither true nor false".formatted(text));
        };
    }

    /** A growing conjunction of conditions. */
    static final class Where {

        private final List<String> conditions = new ArrayList<>();
        private final Map<String, Object> parameters = new HashMap<>();

        void and(String condition) {
            conditions.add(condition);
        }

        void and(String condition, String parameter, Object value) {
            conditions.add(condition);
            parameters.put(parameter, value);
        }

        void andIn(String field, List<?> values) {
            if (!values.isEmpty()) {
                and("%s in :%ss".formatted(field, field), field + "s", values);
            }
        }

        String clause() {
            return conditions.isEmpty() ? "1 = 1" : String.join(" and ", conditions);
        }

        Map<String, Object> parameters() {
            return parameters;
        }
    }
}
