package fr.syaga.facturation.invoice.payment;

import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

import fr.syaga.facturation.invoice.Ledger;
import fr.syaga.facturation.testing.Caller;
import fr.syaga.facturation.testing.Load;
import fr.syaga.facturation.testing.RealPostgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class PaymentReversalTest {

    @Test
    void aPaymentIsTakenBackOnceByOneThatNamesIt() {
        String id = Ledger.issued("REV10", "rev-1", "100", "F20250721");
        pay(id, "50", "vir-1").statusCode(200);
        pay(id, "70", "vir-2").statusCode(200).body("paidAmount", equalTo(120.00f));
        String payment = payments(id).extract().path("items[0].id");

        reverse(id, payment, "rejet de la banque").statusCode(200).body("paidAmount", equalTo(70.00f));
        reverse(id, payment, "rejet de la banque").statusCode(200).body("paidAmount", equalTo(70.00f));

        payments(id)
                .body("items", hasSize(3))
                .body("items[0].reversalOf", nullValue())
                .body("items[2].amount", equalTo(-50.00f))
                .body("items[2].reversalOf", equalTo(payment))
                .body("items[2].reason", equalTo("rejet de la banque"))
                .body("items[0].reversedBy", equalTo(payments(id).extract().path("items[2].id")));
        assertThat(Ledger.deeds(id)).endsWith("PAID", "PAID", "PAYMENT_REVERSED");
        Ledger.reads("receivables/statements/REV10?asOf=2025-08-31").body("outstanding", equalTo(50.00f));
        Ledger.reads("receivables/statements/REV10?asOf=2025-08-01").body("outstanding", equalTo(120.00f));
        Ledger.reads("journal/verify").body("intact", equalTo(true));
    }

    @Test
    void aPaymentThatWasTakenBackComesAgainOnlyUnderANewReference() {
        String id = Ledger.issued("REV20", "rev-2", "100", "F20250722");
        pay(id, "120", "vir-1").statusCode(200);
        reverse(id, payments(id).extract().path("items[0].id"), "erreur de saisie")
                .statusCode(200);

        pay(id, "120", "vir-1").statusCode(409).body("type", equalTo("urn:facturation:problem:payment-reversed"));
        pay(id, "120", "vir-2").statusCode(200).body("paidAmount", equalTo(120.00f));
    }

    @Test
    void whatCannotBeTakenBackIsSaid() {
        String id = Ledger.issued("REV30", "rev-3", "100", "F20250723");
        String other = Ledger.issued("REV30", "rev-4", "100", "F20250724");
        pay(id, "20", "vir-1").statusCode(200);
        String payment = payments(id).extract().path("items[0].id");

        reverse(other, payment, "mauvaise facture").statusCode(404);
        reverse(id, "00000000-0000-0000-0000-000000000001", "x").statusCode(404);
        reverse(id, "x", "x").statusCode(404);
        reverse(id, payment, " ").statusCode(400);
        Caller.OPERATOR
                .calls()
                .post("/api/v1/invoices/" + id + "/payments/" + payment + "/reverse")
                .then()
                .statusCode(400);
        reverse(id, payment, "x").statusCode(200);
        reverse(id, payments(id).extract().path("items[1].id"), "x")
                .statusCode(409)
                .body("type", equalTo("urn:facturation:problem:not-reversible"));
        Ledger.reads("invoices/00000000-0000-0000-0000-000000000001/payments").statusCode(404);
    }

    @Test
    void aPaymentThatTheListToldOtherwiseSinceIsNotTakenBackTwice() {
        Ledger.imports("F 20120721;REV40 - ANCIEN;21/07/2012;100;119,6;0;;0;0;0;119,6;Non;0;0");
        String id = Ledger.reads("invoices?customer=REV40").extract().path("items[0].id");
        pay(id, "119.60", "vir-1").statusCode(200);
        Ledger.imports("F 20120721;REV40 - ANCIEN;21/07/2012;100;119,6;0;;0;10;0;109,6;Non;0;0");

        reverse(id, payments(id).extract().path("items[0].id"), "erreur")
                .statusCode(409)
                .body("type", equalTo("urn:facturation:problem:payment-overtaken"));
    }

    @Test
    void reversalsAtTheSameMomentTakeOnePaymentBackOnce() throws Exception {
        String id = Ledger.issued("REV50", "rev-5", "100", "F20250725");
        pay(id, "60", "vir-1").statusCode(200);
        String payment = payments(id).extract().path("items[0].id");
        Load operator = Load.by(Caller.OPERATOR);
        Callable<HttpResponse<String>> call = () -> operator.post(
                "/api/v1/invoices/" + id + "/payments/" + payment + "/reverse", "{\"reason\":\"double\"}");

        List<HttpResponse<String>> answers = Load.atOnce(16, Collections.nCopies(40, call));

        assertThat(answers).allMatch(answer -> answer.statusCode() == 200);
        payments(id).body("items", hasSize(2));
        Ledger.reads("invoices/" + id).body("paidAmount", equalTo(0.00f));
    }

    private static ValidatableResponse pay(String id, String amount, String reference) {
        return Ledger.does(
                id,
                "payments",
                "{\"amount\":%s,\"paidOn\":\"2025-08-10\",\"reference\":\"%s\"}".formatted(amount, reference));
    }

    private static ValidatableResponse reverse(String id, String payment, String reason) {
        return Ledger.does(id, "payments/" + payment + "/reverse", "{\"reason\":\"%s\"}".formatted(reason));
    }

    private static ValidatableResponse payments(String id) {
        return Ledger.reads("invoices/" + id + "/payments").statusCode(200);
    }
}
