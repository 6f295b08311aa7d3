package fr.syaga.facturation.invoice.receivable;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import fr.syaga.facturation.invoice.Ledger;
import fr.syaga.facturation.testing.Caller;
import fr.syaga.facturation.testing.RealPostgres;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class ReceivableResourceTest {

    @Test
    void theAgedBalanceSortsWhatIsUnpaidByDaysLate() {
        Ledger.imports(
                "F 20110701;AGED - MAISON DU SEL;01/07/2011;100;119,6;0;;0;0;0;119,6;Non;0;0",
                "F 20110901;AGED - MAISON DU SEL;01/09/2011;50;59,8;0;;0;19,8;0;40;Non;0;0",
                "F 20110902;AGED - MAISON DU SEL;02/09/2011;50;59,8;0;;0;59,8;0;0;Non;0;0");

        Caller.READER
                .calls()
                .get("/api/v1/receivables/aged?asOf=2011-10-15")
                .then()
                .statusCode(200)
                .body("customers.find { it.customerCode == 'AGED' }.outstanding.days61To90", equalTo(119.60f))
                .body("customers.find { it.customerCode == 'AGED' }.outstanding.days1To30", equalTo(40.00f))
                .body("customers.find { it.customerCode == 'AGED' }.outstanding.total", equalTo(159.60f));
        Caller.READER
                .calls()
                .get("/api/v1/receivables/statements/aged?asOf=2011-10-15")
                .then()
                .body("outstanding", equalTo(159.60f))
                .body("documents", hasSize(2))
                .body("documents[0].dueOn", equalTo("2011-07-31"));
        Caller.READER
                .calls()
                .get("/api/v1/receivables/statements/NOBODY")
                .then()
                .statusCode(404);
    }

    @Test
    void whatWasOwedOnADayDoesNotKnowLaterPayments() {
        Ledger.customer("=OWED");
        String id = Ledger.written(Ledger.draft("=OWED", "owed-1", "100")).getString("id");
        Ledger.does(id, "approve");
        Ledger.does(id, "number", "{\"number\":\"F20250760\"}").statusCode(200);
        Ledger.does(id, "payments", "{\"amount\":50,\"paidOn\":\"2025-08-10\"}").statusCode(200);
        Ledger.does(id, "payments", "{\"amount\":70,\"paidOn\":\"2025-09-10\"}").statusCode(200);

        owedOn("2025-08-09").body("outstanding", equalTo(120.00f));
        owedOn("2025-08-10").body("outstanding", equalTo(70.00f));
        owedOn("2025-09-10").body("outstanding", equalTo(0.00f)).body("documents", hasSize(0));
        org.assertj.core.api.Assertions.assertThat(Caller.READER
                        .calls()
                        .get("/api/v1/receivables/statements/=OWED.csv?asOf=2025-08-31")
                        .then()
                        .statusCode(200)
                        .header("Content-Disposition", equalTo("attachment; filename=\"releve__OWED_2025-08-31.csv\""))
                        .extract()
                        .asString())
                .isEqualTo("\uFEFFnumero;date;echeance;montant_ttc;reste_du\r\n"
                        + "F20250760;31/07/2025;30/08/2025;120,00;70,00\r\nTOTAL;;;;70,00\r\n");
        org.assertj.core.api.Assertions.assertThat(Caller.READER
                        .calls()
                        .get("/api/v1/receivables/aged.csv?asOf=2025-08-31")
                        .asString())
                .contains("'=OWED;'=OWED SARL;0,00;70,00;0,00;0,00;0,00;70,00\r\n");
    }

    private static io.restassured.response.ValidatableResponse owedOn(String day) {
        return Caller.READER
                .calls()
                .get("/api/v1/receivables/statements/=OWED?asOf=" + day)
                .then()
                .statusCode(200);
    }

    @Test
    void aMonthIsCompleteWhenApprovedExportedAndListedAgree() {
        Ledger.customer("CLOSE");
        String id = Ledger.written(Ledger.draft("CLOSE", "close-1", "80").replace("2025-07-31", "2031-03-31"))
                .getString("id");
        close().body("drafts.id", hasItem(id)).body("complete", equalTo(false));
        Ledger.does(id, "approve");
        close().body("notExported.id", hasItem(id)).body("ours.netAmount", equalTo(80.00f));
        Ledger.does(id, "exported", "{\"exportId\":\"e\",\"key\":\"#9\"}");
        close().body("notInOxygene.id", hasItem(id)).body("complete", equalTo(false));

        Ledger.imports(Ledger.row("F 20310301", "CLOSE - CLOSE SARL", "31/03/2031", "80", "96"));

        close().body("complete", equalTo(true)).body("inOxygene.netAmount", equalTo(80.00f));
    }

    private static io.restassured.response.ValidatableResponse close() {
        return Caller.READER
                .calls()
                .get("/api/v1/receivables/closes/2031-03")
                .then()
                .statusCode(200);
    }
}
