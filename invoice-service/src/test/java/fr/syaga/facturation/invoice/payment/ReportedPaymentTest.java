package fr.syaga.facturation.invoice.payment;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

import fr.syaga.facturation.invoice.Ledger;
import fr.syaga.facturation.testing.RealPostgres;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

/** What a caller tells of a payment is taken, or it is said why not; nothing is dropped in silence. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class ReportedPaymentTest {

    @Test
    void theSameReferenceWithOtherWordsIsRefusedWithBoth() {
        String id = Ledger.issued("TOLD1", "told-1", "100", "F202507618");
        pay(id, "50", "2025-08-02", "vir-1", false).statusCode(200);

        pay(id, "50.00", "2025-08-02", "vir-1", false).statusCode(200).body("paidAmount", equalTo(50.00f));
        pay(id, "60", "2025-08-02", "vir-1", false)
                .statusCode(409)
                .body("type", equalTo("urn:facturation:problem:reference-used"))
                .body("detail", allOf(containsString("50.00"), containsString("60.00")));
        pay(id, "50", "2025-08-03", "vir-1", false)
                .statusCode(409)
                .body("detail", allOf(containsString("2025-08-02"), containsString("2025-08-03")));

        Ledger.reads("invoices/" + id).body("paidAmount", equalTo(50.00f));
        Ledger.reads("invoices/" + id + "/payments").body("items", hasSize(1));
    }

    @Test
    void anInvoiceThatWasCreditedWholeIsPaidOnlyDespiteThat() {
        String id = Ledger.issued("TOLD2", "told-2", "100", "F202507628");
        credit(id, "{}", "A202507638");

        pay(id, "120", "2025-08-02", "vir-1", false)
                .statusCode(409)
                .body("type", equalTo("urn:facturation:problem:credited"))
                .body("detail", allOf(containsString("120.00 euros off"), containsString("0.00 euros are left")));
        pay(id, "120", "2025-08-02", "vir-1", true).statusCode(200).body("paidAmount", equalTo(120.00f));
    }

    @Test
    void ofOneThatWasCreditedInPartTheRestIsPaid() {
        String id = Ledger.issued("TOLD3", "told-3", "100", "F202507648");
        credit(
                id,
                "{\"lines\":[{\"description\":\"Geste\",\"quantity\":1,\"unitPrice\":25,\"vatRate\":20}]}",
                "A202507658");

        pay(id, "90.01", "2025-08-02", "vir-1", false).statusCode(409);
        pay(id, "90", "2025-08-02", "vir-1", false).statusCode(200).body("paidAmount", equalTo(90.00f));
        pay(id, "30.01", "2025-08-02", "vir-2", true)
                .statusCode(409)
                .body("type", equalTo("urn:facturation:problem:overpayment"));
    }

    @Test
    void aCreditNoteThatIsNotIssuedTakesNothingOff() {
        String id = Ledger.issued("TOLD4", "told-4", "100", "F202507668");
        Ledger.does(id, "credit-note").statusCode(201);

        pay(id, "120", "2025-08-02", "vir-1", false).statusCode(200);
    }

    private static void credit(String id, String terms, String number) {
        String note =
                Ledger.does(id, "credit-note", terms).statusCode(201).extract().path("id");
        Ledger.does(note, "approve").statusCode(200);
        Ledger.does(note, "number", "{\"number\":\"%s\"}".formatted(number)).statusCode(200);
    }

    private static ValidatableResponse pay(String id, String amount, String day, String reference, boolean despite) {
        return Ledger.does(
                id,
                "payments",
                "{\"amount\":%s,\"paidOn\":\"%s\",\"reference\":\"%s\"%s}"
                        .formatted(amount, day, reference, despite ? ",\"despite\":true" : ""));
    }
}
