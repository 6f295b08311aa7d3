package fr.syaga.facturation.invoice.search;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.syaga.facturation.edge.Rejection;
import fr.syaga.facturation.invoice.invoice.InvoiceView;

/**
 * The few fields of {@link InvoiceView} that a reader of very many documents asks for. They are read without the rest, so only those
 * can be that stand in the document itself: no lines, and nothing that the cache knows.
 */
public final class InvoiceFields {

    private static final List<String> OF_THE_DOCUMENT = List.of(
            "id",
            "kind",
            "status",
            "origin",
            "reference",
            "number",
            "customerCode",
            "customerName",
            "issuedOn",
            "dueOn",
            "periodFrom",
            "periodTo",
            "subject",
            "purchaseOrder",
            "netAmount",
            "vatAmount",
            "grossAmount",
            "currency",
            "creditOf",
            "quoteId",
            "contractId",
            "runId",
            "documentSha256",
            "createdAt",
            "version");

    /** By the name that callers use: where the query language finds it. */
    private static final Map<String, String> PATHS = paths();

    private static final int OF_THE_PLACE = 3;

    private final List<String> names;

    private InvoiceFields(List<String> names) {
        this.names = names;
    }

    private static Map<String, String> paths() {
        Map<String, String> paths = new TreeMap<>();
        OF_THE_DOCUMENT.forEach(name -> paths.put(name, name));
        paths.put("paidAmount", "settlement.paidAmount");
        paths.put("exportedAt", "dispatch.exportedAt");
        return paths;
    }

    /** @param asked names, each value one or several with commas between; none means all that a document has */
    public static InvoiceFields of(List<String> asked) {
        List<String> names = asked.stream()
                .flatMap(each -> Arrays.stream(each.split(",")))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .distinct()
                .toList();
        Set<String> unknown = new TreeSet<>(names);
        unknown.removeAll(PATHS.keySet());
        if (!unknown.isEmpty()) {
            throw Rejection.invalid(
                    "fields",
                    "%s cannot be read alone; these can: %s. Leave fields out for whole documents"
                            .formatted(String.join(", ", unknown), String.join(", ", PATHS.keySet())));
        }
        return new InvoiceFields(names);
    }

    public boolean areAll() {
        return names.isEmpty();
    }

    /** A query for the place of a document in the list and these fields. */
    String select() {
        return names.stream().map(PATHS::get).collect(Collectors.joining(", ", "select issuedOn, createdAt, id, ", ""));
    }

    static InvoiceSearch.Place place(Object[] row) {
        return new InvoiceSearch.Place((LocalDate) row[0], (Instant) row[1], (UUID) row[2]);
    }

    /** A row of {@link #select} by the fields' names, in the order in which they were asked for. */
    Map<String, Object> named(Object[] row) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            fields.put(names.get(i), row[OF_THE_PLACE + i]);
        }
        return fields;
    }
}
