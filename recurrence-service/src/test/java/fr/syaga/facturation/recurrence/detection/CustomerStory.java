package fr.syaga.facturation.recurrence.detection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** The documents of one invented customer while they are being told. */
final class CustomerStory {

    private final String code;
    private final Random random;
    private final LocalDate asOf;
    private final List<HistoryDocument> documents = new ArrayList<>();
    private final List<Histories.Truth> contracts = new ArrayList<>();
    private final Map<Integer, List<List<BillingCounts.DueDate>>> billed = new TreeMap<>();
    private String kind = "contract";
    private int counter;

    CustomerStory(String code, Random random, LocalDate asOf) {
        this.code = code;
        this.random = random;
        this.asOf = asOf;
    }

    void kind(String name) {
        kind = name;
    }

    void trait(String name) {
        kind += " " + name;
    }

    List<Histories.Truth> contracts() {
        return contracts;
    }

    void contract(Histories.Truth truth) {
        contracts.add(truth);
    }

    /** Remembers how one contract was billed, due date by due date. */
    void billed(int step, List<BillingCounts.DueDate> dueDates) {
        billed.computeIfAbsent(step, months -> new ArrayList<>()).add(dueDates);
    }

    void invoice(LocalDate on, long cents) {
        document("F", on, cents);
    }

    void credit(LocalDate on, long cents) {
        document("A", on, -cents);
    }

    private void document(String prefix, LocalDate on, long cents) {
        if (!on.isAfter(asOf)) {
            documents.add(new HistoryDocument("%s%s%04d".formatted(prefix, code, counter++), on, cents));
        }
    }

    Histories.Case told() {
        List<HistoryDocument> ordered = new ArrayList<>(documents);
        ordered.sort(Comparator.comparing(HistoryDocument::issuedOn).thenComparing(HistoryDocument::number));
        return new Histories.Case(new CustomerHistory(code, "CLIENT " + code, ordered), kind, contracts, billed);
    }
}
