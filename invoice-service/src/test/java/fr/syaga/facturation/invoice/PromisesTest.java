package fr.syaga.facturation.invoice;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import fr.syaga.facturation.testing.Caller;
import fr.syaga.facturation.testing.Load;
import fr.syaga.facturation.testing.RealPostgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

/** What users of other products suffered from, and what this ledger promises instead. Promise 17 is NumberSeriesTest's. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class PromisesTest {

    @Test
    void promise11ARateOfVatHasDatesAndAChangeIsOneRow() {
        Ledger.customer("PROM11");
        Caller.ADMIN
                .calls()
                .body("{\"kind\":\"NORMAL\",\"percent\":21,\"from\":\"2041-01-01\"}")
                .post("/api/v1/vat-rates")
                .then()
                .statusCode(201);
        String unsaid = Ledger.draft("PROM11", null, "100").replace(",\"vatRate\":20", "");

        Caller.OPERATOR
                .calls()
                .body(unsaid.replace("2025-07-31", "2040-12-31"))
                .post("/api/v1/invoices")
                .then()
                .body("grossAmount", equalTo(120.00f));
        Caller.OPERATOR
                .calls()
                .body(unsaid.replace("2025-07-31", "2041-01-01"))
                .post("/api/v1/invoices")
                .then()
                .body("grossAmount", equalTo(121.00f));
        Caller.OPERATOR
                .calls()
                .body(Ledger.draft("PROM11", null, "100").replace("2025-07-31", "2041-01-01"))
                .post("/api/v1/invoices")
                .then()
                .statusCode(400)
                .body("detail", containsString("no French VAT rate on 2041-01-01"));
        Caller.ADMIN
                .calls()
                .body("{\"kind\":\"NORMAL\",\"percent\":22,\"from\":\"2041-01-01\"}")
                .post("/api/v1/vat-rates")
                .then()
                .statusCode(409)
                .body("detail", containsString("choose a later day"));
    }

    @Test
    void promise13EveryRefusalNamesTheWayOutAndTheWayOutWorks() {
        Ledger.customer("PROM13");
        String id = Ledger.written(Ledger.draft("PROM13", "prom-13", "10")).getString("id");
        Ledger.does(id, "number", "{\"number\":\"F20310101\"}")
                .statusCode(409)
                .body("detail", containsString("Approve it first"));
        Ledger.does(id, "approve").statusCode(200);

        Caller.OPERATOR
                .calls()
                .body(Ledger.draft("PROM13", "prom-13", "20"))
                .put("/api/v1/invoices/" + id)
                .then()
                .statusCode(409)
                .body("detail", containsString("Reopen it"));
        Ledger.does(id, "reopen").statusCode(200);
        Ledger.does(id, "approve").statusCode(200);

        Ledger.does(id, "exported", "{\"exportId\":\"e\",\"key\":\"#13\"}").statusCode(200);
        Ledger.does(id, "reopen").statusCode(409).body("detail", containsString("removedFromOxygene"));
        Ledger.does(id, "reopen", "{\"removedFromOxygene\":true,\"reason\":\"mauvais client\"}")
                .statusCode(200);
        Ledger.does(id, "approve").statusCode(200);

        Ledger.does(id, "issue").statusCode(409).body("detail", containsString("import Oxygène's list again"));
        Ledger.imports(Ledger.row("F 20310101", "PROM13 - PROM13 SARL", "31/07/2025", "10", "12"))
                .body("numbersLearnt", equalTo(1));

        Ledger.does(id, "cancel").statusCode(409).body("detail", containsString("make a credit note"));
        String credit = Ledger.does(id, "credit-note").statusCode(201).extract().path("id");
        Ledger.does(id, "credit-note").statusCode(409).body("detail", containsString("overrideReason"));
        Ledger.does(credit, "approve").statusCode(200);
        Ledger.does(credit, "cancel").statusCode(200);
        Ledger.does(credit, "approve").statusCode(409).body("detail", containsString("write a new one"));
        Ledger.does(id, "credit-note").statusCode(201);
    }

    @Test
    void promise19TheQuantityPrintedTimesThePricePrintedIsTheAmountPrinted() throws Exception {
        Ledger.customer("PROM19");
        Random random = new Random(19);
        String lines = IntStream.range(0, 1000)
                .mapToObj(i -> "{\"description\":\"Heures\",\"quantity\":%s,\"unitPrice\":%s,\"vatRate\":20}"
                        .formatted(
                                BigDecimal.valueOf(random.nextInt(30_000), random.nextInt(5)),
                                BigDecimal.valueOf(random.nextInt(2_000_000), 2 + random.nextInt(5))))
                .collect(Collectors.joining(","));

        JsonNode invoice = new ObjectMapper()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .readTree(Load.by(Caller.OPERATOR)
                        .post("/api/v1/invoices", "{\"customerCode\":\"PROM19\",\"lines\":[" + lines + "]}")
                        .body());

        assertThat(invoice.path("lines")).hasSize(1000);
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode line : invoice.path("lines")) {
            BigDecimal printed = line.path("netAmount").decimalValue();
            assertThat(line.path("quantity")
                            .decimalValue()
                            .multiply(line.path("unitPrice").decimalValue())
                            .setScale(2, RoundingMode.HALF_UP))
                    .isEqualByComparingTo(printed);
            sum = sum.add(printed);
        }
        assertThat(invoice.path("netAmount").decimalValue()).isEqualByComparingTo(sum);
    }

    @Test
    void promise20FromAnInvoiceToItsContractPeriodAndRunAndBack() {
        Ledger.customer("PROM20");
        String draft = Ledger.draft("PROM20", "prom-20", "10")
                .replaceFirst(
                        "\\{",
                        "{\"contractId\":\"c-20\",\"runId\":\"r-20\",\"origin\":\"RECURRENCE\",\"periodFrom\":\"2025-08-01\",\"periodTo\":\"2025-08-31\",");
        String id = Ledger.written(draft).getString("id");
        Ledger.does(id, "approve").statusCode(200);

        Caller.READER
                .calls()
                .get("/api/v1/invoices/" + id)
                .then()
                .body("contractId", equalTo("c-20"))
                .body("runId", equalTo("r-20"))
                .body("periodFrom", equalTo("2025-08-01"))
                .body("periodTo", equalTo("2025-08-31"));
        for (String link : new String[] {"contract=c-20", "run=r-20"}) {
            Caller.READER
                    .calls()
                    .get("/api/v1/invoices?" + link)
                    .then()
                    .body("items", hasSize(1))
                    .body("items[0].id", equalTo(id));
        }
        Caller.READER
                .calls()
                .get("/api/v1/journal?invoiceId=" + id)
                .then()
                .body("items[0].facts.contractId", equalTo("c-20"))
                .body("items[0].facts.runId", equalTo("r-20"));
    }
}
