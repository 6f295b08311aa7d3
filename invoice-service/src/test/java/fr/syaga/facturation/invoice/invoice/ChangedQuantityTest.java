package fr.syaga.facturation.invoice.invoice;

import java.util.List;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

import fr.syaga.facturation.invoice.Ledger;
import fr.syaga.facturation.testing.Caller;
import fr.syaga.facturation.testing.RealPostgres;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

/** What a bookkeeper changes on a draft that measured time or a contract made. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class ChangedQuantityTest {

    private static final String LINES = """
            [{"description":"Prestation\\r\\nserveur Oracle","quantity":25.75,"unit":"HUR","unitPrice":110,"vatRate":20},
             {"description":"Déplacement","quantity":1,"unitPrice":50,"vatRate":20}]""";

    @Test
    void measuredHoursStayBesideTheQuantityThatAPersonBills() {
        String id = timeDraft("QTY10", "temps-1");

        changed(id, "QTY10", line("Prestation\\nserveur Oracle", "24", "\"geste commercial\""))
                .body("lines[0].quantity", equalTo(24))
                .body("lines[0].measuredQuantity", equalTo(25.75f))
                .body("lines[0].quantityReason", equalTo("geste commercial"))
                .body("netAmount", equalTo(2640.00f));

        changed(id, "QTY10", line("Prestation\\nserveur Oracle", "20", "\"forfait convenu\""))
                .body("lines[0].measuredQuantity", equalTo(25.75f))
                .body("lines[0].quantityReason", equalTo("forfait convenu"));
        changed(id, "QTY10", line("Prestation\\nserveur Oracle", "20", "null"))
                .body("lines[0].measuredQuantity", equalTo(25.75f))
                .body("lines[0].quantityReason", equalTo("forfait convenu"));
        changed(id, "QTY10", line("Prestation\\nserveur Oracle", "25.75", "\"retour\""))
                .body("lines[0].measuredQuantity", nullValue())
                .body("lines[0].quantityReason", nullValue());
    }

    @Test
    void whatTheWriterDoesNotNameStaysAsItWas() {
        String id = timeDraft("QTY20", "temps-2");

        changed(id, "QTY20", line("Prestation\\nserveur Oracle", "10", "\"convenu\""))
                .body("reference", equalTo("temps-2"))
                .body("origin", equalTo("TIME"))
                .body("kind", equalTo("INVOICE"))
                .body("contractId", equalTo("c-1"))
                .body("runId", equalTo("r-1"))
                .body("issuedOn", equalTo("2025-07-31"))
                .body("periodFrom", equalTo("2025-07-01"))
                .body("periodTo", equalTo("2025-07-31"));
    }

    @Test
    void anotherLineAtThePlaceIsNoChangeOfQuantity() {
        String id = timeDraft("QTY30", "temps-3");

        changed(id, "QTY30", line("Autre travail", "3", "\"rien\""))
                .body("lines[0].measuredQuantity", nullValue())
                .body("lines[0].quantityReason", nullValue());
        String moved = timeDraft("QTY30", "temps-4");
        changed(
                        moved,
                        "QTY30",
                        line("Frais", "1", "null") + "," + line("Prestation\\nserveur Oracle", "12", "\"convenu\""))
                .body("lines[0].measuredQuantity", nullValue())
                .body("lines[1].measuredQuantity", equalTo(25.75f));
    }

    @Test
    void aDraftThatNobodyMeasuredHasNoMeasuredQuantity() {
        Ledger.customer("QTY40");
        String id = Ledger.written(Ledger.draft("QTY40", "main-1", "10")).getString("id");

        changed(id, "QTY40", line("Assistance réseau", "7", "\"plus\""))
                .body("lines[0].quantity", equalTo(7))
                .body("lines[0].measuredQuantity", nullValue())
                .body("reference", equalTo("main-1"));
    }

    @Test
    void theSameDraftPostedAgainFindsTheInvoiceThatAPersonChanged() {
        String id = timeDraft("QTY50", "temps-5");
        changed(id, "QTY50", line("Prestation\\nserveur Oracle", "20", "\"convenu\""));

        post(draft("QTY50", "temps-5"))
                .statusCode(200)
                .body("id", equalTo(id))
                .body("lines[0].quantity", equalTo(20))
                .body("lines[0].measuredQuantity", equalTo(25.75f));
        batch(draft("QTY50", "temps-5"))
                .body("items[0].result", equalTo("EXISTING"))
                .body("items[0].invoice.netAmount", equalTo(2200.00f));
        Ledger.does(id, "approve").statusCode(200);
        Ledger.does(id, "number", "{\"number\":\"F20250731\"}").statusCode(200);
        batch(draft("QTY50", "temps-5")).body("items[0].result", equalTo("EXISTING"));
        batch(draft("QTY50", "temps-5").replace("25.75", "26"))
                .body("items[0].problem.type", equalTo("urn:facturation:problem:reference-used"));
    }

    @Test
    void aContractsDraftThatWasChangedIsStillTheDraftOfItsRun() {
        Ledger.customer("QTY60");
        String draft = draft("QTY60", "contrat-1").replace("TIME", "RECURRENCE");
        String id = Ledger.written(draft).getString("id");
        changed(id, "QTY60", line("Prestation\\nserveur Oracle", "20", "\"convenu\""))
                .body("contractId", equalTo("c-1"))
                .body("origin", equalTo("RECURRENCE"))
                .body("lines[0].measuredQuantity", nullValue());

        batch(draft)
                .body("items[0].result", equalTo("EXISTING"))
                .body("items[0].invoice.id", equalTo(id))
                .body("items[0].invoice.netAmount", equalTo(2200.00f));
    }

    @Test
    void theJournalSaysWhatWasMeasuredWhenTheInvoiceIsIssued() {
        String id = timeDraft("QTY70", "temps-7");
        changed(id, "QTY70", line("Prestation\\nserveur Oracle", "20", "\"convenu\""));
        Ledger.does(id, "approve").statusCode(200);
        Ledger.does(id, "number", "{\"number\":\"F20250732\"}").statusCode(200);

        Caller.READER
                .calls()
                .get("/api/v1/journal?invoiceId=" + id)
                .then()
                .body("items.deed", equalTo(List.of("APPROVED", "NUMBER_LEARNT")))
                .body("items[1].facts.changedQuantities", hasSize(1))
                .body("items[1].facts.changedQuantities[0].measuredQuantity", equalTo(25.75f))
                .body("items[1].facts.changedQuantities[0].reason", equalTo("convenu"));
    }

    @Test
    void aDescriptionHoldsSeveralLinesAndASubjectOne() {
        Ledger.customer("QTY80");
        post(draft("QTY80", "lignes-1"))
                .statusCode(201)
                .body("lines[0].description", equalTo("Prestation\nserveur Oracle"));
        post(draft("QTY80", "lignes-1").replace("\\r\\n", "\\n")).statusCode(200);
        post(draft("QTY80", "lignes-2").replace("Temps de juillet", "Temps\\nde juillet"))
                .statusCode(400)
                .body("violations[0].field", equalTo("subject"));
    }

    private static String timeDraft(String customer, String reference) {
        Ledger.customer(customer);
        return Ledger.written(draft(customer, reference)).getString("id");
    }

    private static String draft(String customer, String reference) {
        return """
               {"customerCode":"%s","reference":"%s","origin":"TIME","issuedOn":"2025-07-31","subject":"Temps de juillet",
                "periodFrom":"2025-07-01","periodTo":"2025-07-31","contractId":"c-1","runId":"r-1","lines":%s}""".formatted(customer, reference, LINES);
    }

    private static String line(String description, String quantity, String reason) {
        return "{\"description\":\"%s\",\"measuredQuantity\":999,\"quantity\":%s,\"unit\":\"HUR\",\"unitPrice\":110,\"vatRate\":20,\"quantityReason\":%s}"
                .formatted(description, quantity, reason);
    }

    private static ValidatableResponse changed(String id, String customer, String lines) {
        return Caller.OPERATOR
                .calls()
                .body("{\"customerCode\":\"%s\",\"subject\":\"Temps de juillet\",\"lines\":[%s]}"
                        .formatted(customer, lines))
                .put("/api/v1/invoices/" + id)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse post(String draft) {
        return Caller.OPERATOR.calls().body(draft).post("/api/v1/invoices").then();
    }

    private static ValidatableResponse batch(String draft) {
        return Caller.SERVICE
                .calls()
                .body("{\"items\":[" + draft + "]}")
                .post("/api/v1/invoices/batch?view=full")
                .then()
                .statusCode(200);
    }
}
