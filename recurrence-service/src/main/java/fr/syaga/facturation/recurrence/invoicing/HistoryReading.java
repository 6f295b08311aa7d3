package fr.syaga.facturation.recurrence.invoicing;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

import fr.syaga.facturation.recurrence.detection.CustomerHistory;
import fr.syaga.facturation.recurrence.detection.HistoryDocument;

/**
 * Reads the rows of a history off the parser, each as small as it can be, and collects them by customer: a history holds hundreds of
 * thousands of documents, and a row has no object of its own before it is one of them.
 */
final class HistoryReading {

    /** What detection needs of a document; the rest of it would be most of what is read. */
    static final String FIELDS = "status,reference,number,customerCode,customerName,issuedOn,netAmount,contractId";

    private static final String ISSUED = "ISSUED";

    private final Map<String, Account> byCode = new HashMap<>();
    private final Map<String, LocalDate> dates = new HashMap<>();
    private long count;

    /** The documents of one customer so far, and the name on the last of them. */
    private static final class Account {

        private final List<HistoryDocument> documents = new ArrayList<>();
        private String name;
    }

    /**
     * Takes a row, from its first field to its end.
     *
     * @throws IOException for a date that is none, or an amount with parts of a cent
     */
    void read(JsonParser row) throws IOException {
        String status = null;
        String reference = null;
        String number = null;
        String customerCode = null;
        String customerName = null;
        String contractId = null;
        LocalDate issuedOn = null;
        long netCents = 0;
        for (String field = row.currentName(); field != null; field = row.nextFieldName()) {
            JsonToken value = row.nextToken();
            switch (field) {
                case "status" -> status = row.getValueAsString();
                case "reference" -> reference = row.getValueAsString();
                case "number" -> number = row.getValueAsString();
                case "customerCode" -> customerCode = row.getValueAsString();
                case "customerName" -> customerName = row.getValueAsString();
                case "contractId" -> contractId = row.getValueAsString();
                case "issuedOn" -> issuedOn = date(row);
                case "netAmount" -> netCents = cents(row);
                default -> {
                    if (value.isStructStart()) {
                        row.skipChildren();
                    }
                }
            }
        }
        // An approved one that no contract made may still be dropped.
        if (ISSUED.equals(status) || contractId != null) {
            count++;
            Account account = byCode.computeIfAbsent(customerCode, code -> new Account());
            account.name = customerName;
            account.documents.add(new HistoryDocument(number == null ? reference : number, issuedOn, netCents));
        }
    }

    private LocalDate date(JsonParser row) throws IOException {
        try {
            return dates.computeIfAbsent(row.getText(), LocalDate::parse);
        } catch (DateTimeException e) {
            throw new JsonParseException(row, "This is no date.", e);
        }
    }

    private static long cents(JsonParser row) throws IOException {
        try {
            return row.getDecimalValue().movePointRight(2).longValueExact();
        } catch (ArithmeticException e) {
            throw new JsonParseException(row, "This amount has parts of a cent.", e);
        }
    }

    /** By customer, in the order of their codes. */
    History history() {
        return new History(
                count,
                new TreeMap<>(byCode)
                        .entrySet().stream()
                                .map(each -> new CustomerHistory(
                                        each.getKey(), each.getValue().name, each.getValue().documents))
                                .toList());
    }
}
