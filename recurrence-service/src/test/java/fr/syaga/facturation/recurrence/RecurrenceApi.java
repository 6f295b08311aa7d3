package fr.syaga.facturation.recurrence;

import java.sql.SQLException;

import io.agroal.api.AgroalDataSource;
import io.restassured.response.ValidatableResponse;

import fr.syaga.facturation.testing.Caller;

/** This service as its callers use it: a reader reads, an operator does. */
public final class RecurrenceApi {

    private static final String TABLES =
            "pattern, analysis, occurrence, run, run_preview, config_entry, index_value, indexation, indexed_contract,"
                    + " contract_price, contract_pause, contract_gap, contract, resolution";

    private RecurrenceApi() {}

    /** As on the first day: nothing is stored, and invoice-service is well. */
    public static void startsEmpty(AgroalDataSource database) throws SQLException {
        InvoiceServiceStub.isWell();
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("truncate " + TABLES);
        }
    }

    public static ValidatableResponse get(String path) {
        return Caller.READER.calls().get("/api/v1" + path).then().statusCode(200);
    }

    public static ValidatableResponse post(String path, String body) {
        return Caller.OPERATOR.calls().body(body).post("/api/v1" + path).then().statusCode(200);
    }

    /** What a rule says no to, as a problem document. */
    public static ValidatableResponse refused(String path, String body) {
        return Caller.OPERATOR.calls().body(body).post("/api/v1" + path).then().statusCode(409);
    }

    public static ValidatableResponse run(String from, String to) {
        return post("/runs", "{\"from\":\"%s\",\"to\":\"%s\"}".formatted(from, to));
    }

    public static ValidatableResponse dryRun(String from, String to) {
        return post("/runs", "{\"from\":\"%s\",\"to\":\"%s\",\"dryRun\":true}".formatted(from, to));
    }

    public static ValidatableResponse schedule(String from, String to) {
        return get("/schedule?from=%s&to=%s".formatted(from, to));
    }

    public static ValidatableResponse analyse() {
        return post("/analyses", "{\"asOf\":\"2025-07-31\"}");
    }

    public static ValidatableResponse acceptAll() {
        return Caller.OPERATOR
                .uploads()
                .post("/api/v1/patterns/accept-all")
                .then()
                .statusCode(200);
    }

    /** The nine contracts that the demonstration's history holds. */
    public static void acceptTheContractsOfTheDemonstration() {
        analyse();
        acceptAll();
    }

    /** The contract of a customer that has one. */
    public static String contractOf(String customerCode) {
        return get("/contracts").extract().path("items.find { it.customerCode == '%s' }.id".formatted(customerCode));
    }

    /** Writes a contract of 300.00, due on the first of each month unless further terms say otherwise, and tells its id. */
    public static String write(String customerCode, String furtherTerms) {
        String periodicity = furtherTerms.contains("periodicity") ? "" : ",\"periodicity\":\"MONTHLY\"";
        return Caller.OPERATOR
                .calls()
                .body("{\"customerCode\":\"%s\",\"label\":\"Forfait %s\",\"netAmount\":300.00%s%s}"
                        .formatted(
                                customerCode,
                                customerCode,
                                periodicity,
                                furtherTerms.isEmpty() ? "" : "," + furtherTerms))
                .post("/api/v1/contracts")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
