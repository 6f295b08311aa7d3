package fr.syaga.facturation.local.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

/** The seven steps of a month, from the history to the three files, each figure checked as it comes. */
final class MainJob {

    private final Api invoice;
    private final Api recurrence;
    private final Api clockify;
    private final Exports exports;
    private final Target target;
    private final Expected expected;
    private final Figures figures;

    MainJob(Target target, Expected expected, Figures figures) {
        this.invoice = new Api(target.invoice(), target.token());
        this.recurrence = new Api(target.recurrence(), target.token());
        this.clockify = new Api(target.clockify(), target.token());
        this.exports = new Exports(new Api(target.export(), target.token()), expected, figures);
        this.target = target;
        this.expected = expected;
        this.figures = figures;
    }

    /**
     * @param repeated when true, nothing may be new
     * @return the three files by name
     */
    Map<String, byte[]> perform(boolean repeated) {
        importHistory(repeated);
        importCacheAndReconcile(repeated);
        findContracts(repeated);
        plan();
        billTime(repeated);
        billContracts(repeated);
        return exports.make(repeated);
    }

    private void importHistory(boolean repeated) {
        figures.title("1. Import the history");
        JsonNode report = invoice.upload("/imports/history", target.data().resolve("Factures clients.csv"));
        figures.count("history.documents", kept(report));
        figures.count("history.invoices", report.path("invoices"));
        figures.count("history.creditNotes", report.path("creditNotes"));
        figures.count("history.customers", report.path("customers"));
        figures.count("history.rejected", report.path("rejected").size());
        figures.amount("history.totalNet", report.path("totalNet"));
        figures.amount("history.totalGross", report.path("totalGross"));
        nothingNew(
                "history",
                repeated,
                report.path("imported").asLong() + report.path("updated").asLong());
    }

    private void importCacheAndReconcile(boolean repeated) {
        figures.title("2. Import the cache and reconcile");
        JsonNode report = invoice.upload("/imports/invoice-cache", target.data().resolve("factures_cache.db"));
        figures.count("cache.documents", kept(report));
        figures.count("cache.rejected", report.path("rejected").size());
        nothingNew(
                "cache",
                repeated,
                report.path("imported").asLong() + report.path("updated").asLong());
        JsonNode reconciliation = invoice.get("/reconciliation");
        for (String name : List.of(
                "matched", "amountMismatches", "invalidDates", "unknownCustomers", "onlyInCache", "onlyInHistory")) {
            figures.count("reconciliation." + name, reconciliation.path(name));
        }
        figures.amount("reconciliation.totalNet", reconciliation.path("totalNet"));
        report("reconciliation.csv", invoice.bytes("/reconciliation.csv"));
    }

    private static long kept(JsonNode report) {
        return report.path("imported").asLong()
                + report.path("unchanged").asLong()
                + report.path("updated").asLong();
    }

    private void findContracts(boolean repeated) {
        figures.title("3. Find the recurring contracts as of " + expected.when("asOf"));
        recurrence.post("/analyses", "{\"asOf\":\"%s\"}".formatted(expected.when("asOf")));
        figures.count(
                "patterns.active",
                recurrence.get("/patterns?status=ACTIVE").path("items").size());
        int before = activeContracts().size();
        recurrence.post("/patterns/accept-all");
        Map<String, String> contracts = activeContracts();
        nothingNew("contracts", repeated, contracts.size() - before);
        figures.count("contracts.active", contracts.size());
        figures.each("contract", expected.contracts(), contracts);
        figures.amount("contracts.annualNet", recurrence.get("/revenue").path("annualNet"));
    }

    private Map<String, String> activeContracts() {
        Map<String, String> contracts = new TreeMap<>();
        for (JsonNode contract : recurrence.get("/contracts").path("items")) {
            if ("ACTIVE".equals(contract.path("status").asText())) {
                contracts.merge(
                        contract.path("customerCode").asText(),
                        Expected.contract(contract),
                        (one, more) -> one + " + " + more);
            }
        }
        return contracts;
    }

    private void plan() {
        figures.title("4. Plan %s to %s".formatted(expected.when("planFrom"), expected.when("planTo")));
        JsonNode schedule =
                recurrence.get("/schedule?from=%s&to=%s".formatted(expected.when("planFrom"), expected.when("planTo")));
        figures.count("schedule.invoices", schedule.path("count"));
        figures.amount("schedule.totalNet", schedule.path("totalNet"));
    }

    private void billTime(boolean repeated) {
        figures.title("5. Take in and bill the time of " + expected.when("month"));
        clockify.post(
                "/sync",
                "{\"from\":\"%s\",\"to\":\"%s\"}".formatted(expected.when("timeFrom"), expected.when("timeTo")));
        for (Path file : timeFiles()) {
            JsonNode report = clockify.upload("/imports/time-entries", file);
            nothingNew(
                    "time." + file.getFileName(),
                    repeated,
                    report.path("imported").asLong());
        }
        JsonNode preview = clockify.get("/billing/preview?month=" + expected.when("month"));
        JsonNode run = clockify.post("/billing-runs", "{\"month\":\"%s\"}".formatted(expected.when("month")));
        if (run.path("existing").asInt() == 0) {
            figures.amount("time.hours", preview.path("totalHours"));
            figures.amount("time.totalNet", preview.path("totalNet"));
        }
        nothingNew("time.invoices", repeated, run.path("created").asLong());
        figures.amount("time.hours", run.path("totalHours"));
        figures.count("time.invoices", run.path("drafts").size());
        figures.each("time", expected.byCustomer("timeInvoices"), amounts(run.path("drafts")));
        figures.amount("time.totalNet", run.path("totalNet"));
        approve(run.path("drafts"));
    }

    private List<Path> timeFiles() {
        try (Stream<Path> files = Files.list(target.data().resolve("clockify"))) {
            return files.filter(file -> file.toString().endsWith(".csv"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void approve(JsonNode drafts) {
        List<String> ids = new ArrayList<>();
        drafts.forEach(draft -> ids.add('"' + draft.path("invoiceId").asText() + '"'));
        invoice.post("/invoices/approve", "{\"ids\":[%s]}".formatted(String.join(",", ids)));
    }

    private static Map<String, String> amounts(JsonNode invoices) {
        Map<String, String> amounts = new TreeMap<>();
        invoices.forEach(
                each -> amounts.put(each.path("customerCode").asText(), Figures.amount(each.path("netAmount"))));
        return amounts;
    }

    private void billContracts(boolean repeated) {
        figures.title("6. Make the recurring invoices of %s to %s"
                .formatted(expected.when("runFrom"), expected.when("runTo")));
        JsonNode run = recurrence.post(
                "/runs", "{\"from\":\"%s\",\"to\":\"%s\"}".formatted(expected.when("runFrom"), expected.when("runTo")));
        nothingNew("recurring", repeated, run.path("created").asLong());
        if (!run.path("failed").isEmpty()) {
            throw new DemoFailed("The run failed for " + run.path("failed"));
        }
        figures.count(
                "recurring.invoices",
                run.path("created").asLong() + run.path("existing").asLong());
        figures.amount("recurring.totalNet", run.path("totalNet"));
        Map<String, String> made = new TreeMap<>();
        for (JsonNode each : invoice.get("/invoices?origin=RECURRENCE&status=APPROVED&limit=1000&from=%s&to=%s"
                        .formatted(expected.when("runFrom"), expected.when("runTo")))
                .path("items")) {
            made.merge(
                    each.path("customerCode").asText(),
                    Figures.amount(each.path("netAmount")),
                    (one, more) -> Figures.amount(new BigDecimal(one).add(new BigDecimal(more))));
        }
        figures.each("recurring", expected.byCustomer("recurringInvoices"), made);
    }

    private void nothingNew(String name, boolean repeated, long news) {
        if (repeated) {
            figures.check(name + ".newWhenRepeated", "0", Long.toString(news));
        }
    }

    private void report(String name, byte[] content) {
        try {
            Files.createDirectories(target.reports());
            Files.write(target.reports().resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything that the services hold, for a comparison of before and after. */
    Map<String, String> state() {
        Map<String, String> state = new LinkedHashMap<>();
        state.put("invoices", Fingerprint.of(invoice.bytes("/invoices/stream")));
        state.put("contracts", Fingerprint.of(recurrence.bytes("/contracts")));
        state.put(
                "schedule",
                Fingerprint.of(recurrence.bytes(
                        "/schedule?from=%s&to=%s".formatted(expected.when("planFrom"), expected.when("planTo")))));
        state.put("timeEntries", Fingerprint.of(timeEntries()));
        state.put("exports", exports.state());
        return state;
    }

    private String timeEntries() {
        StringBuilder all = new StringBuilder();
        String cursor = "";
        do {
            JsonNode page = clockify.get("/time-entries?limit=1000&from=%s&to=%s%s"
                    .formatted(expected.when("timeFrom"), expected.when("timeTo"), cursor));
            all.append(page.path("items"));
            cursor = page.path("nextCursor").isTextual()
                    ? "&cursor=" + page.path("nextCursor").asText()
                    : null;
        } while (cursor != null);
        return all.toString();
    }
}
