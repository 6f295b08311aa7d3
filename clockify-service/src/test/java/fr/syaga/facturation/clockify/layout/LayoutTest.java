package fr.syaga.facturation.clockify.layout;

import java.math.BigDecimal;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fr.syaga.facturation.clockify.CleanDatabase;
import fr.syaga.facturation.clockify.Outside;
import fr.syaga.facturation.testing.Caller;
import fr.syaga.facturation.testing.RealPostgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

/** One invented customer's June, billed by a layout. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
@QuarkusTestResource(Outside.class)
class LayoutTest {

    private static final String HEADING =
            "Project,Client,Description,User,Email,Start Date,Start Time,End Date,End Time\n";
    private static final String LAYOUT = """
            {"groups": [
               {"title": "Audit", "projects": ["Audit"], "unit": "FIXED", "unitPrice": 900, "designation": "Audit {month}"},
               {"title": "Régie", "words": ["régie"], "unit": "DAY", "unitPrice": 700, "roundUpTo": 0.5, "ownInvoice": true,
                "designation": "Régie\\nJours de {month}"}],
             "rest": {"unit": "HOUR"}}""";

    @Inject
    CleanDatabase database;

    @BeforeEach
    void juneOfOneCustomer() {
        database.clean();
        Outside.everythingIsUp();
        Outside.customersAre(
                "{\"items\":[{\"code\":\"QUO7\",\"name\":\"Quorra\",\"aliases\":[]}],\"nextCursor\":null}");
        bring("Audit,Quorra,Plan,Zoé,zoe@example.fr,2025-06-03,09:00:00,2025-06-03,12:00:00");
        bring("Divers,Quorra,Régie du matin,Zoé,zoe@example.fr,2025-06-04,08:00:00,2025-06-04,16:00:00");
        bring("Divers,Quorra,Appel,Zoé,zoe@example.fr,2025-06-05,09:00:00,2025-06-05,10:00:00");
    }

    @Test
    void aLayoutIsKeptShownAndTakenAway() {
        put(LAYOUT).statusCode(200).body("groups[1].hoursPerDay", equalTo(7));
        get("/api/v1/billing-layouts/QUO7")
                .statusCode(200)
                .body("groups", hasSize(2))
                .body("rest.unit", equalTo("HOUR"));
        get("/api/v1/billing-layouts").body("items.customerCode", contains("QUO7"));
        preview("2025-06")
                .body("drafts.group", contains(nullValue(), equalTo("Régie")))
                .body("drafts.netAmount", contains(1010.0f, 1050.0f))
                .body("drafts[1].lines[0].description", equalTo("Régie\nJours de juin 2025"))
                .body("customers", hasSize(1))
                .body("customers[0].netAmount", equalTo(2060.0f))
                .body("customers[0].hours", equalTo(12.0f))
                .body("totalNet", equalTo(2060.0f));

        Caller.OPERATOR.calls().delete("/api/v1/billing-layouts/QUO7").then().statusCode(204);
        Caller.OPERATOR.calls().delete("/api/v1/billing-layouts/QUO7").then().statusCode(204);

        get("/api/v1/billing-layouts/QUO7").statusCode(404);
        preview("2025-06").body("drafts.netAmount", contains(1320.0f)).body("drafts[0].group", nullValue());
    }

    @Test
    void aFixedPriceIsBilledOnceAMonthHoweverLateTimeComes() {
        put(LAYOUT);
        run("2025-06").body("created", equalTo(2)).body("totalNet", equalTo(2060.0f));
        bring("Audit,Quorra,Oublié,Zoé,zoe@example.fr,2025-06-10,09:00:00,2025-06-10,12:00:00");

        preview("2025-06").body("adjustments", empty()).body("totalNet", equalTo(2060.0f));
        run("2025-06").body("created", equalTo(0)).body("adjustments", empty());
        run("2025-07").body("created", equalTo(0)).body("drafts", empty());
        run("2025-06").body("existing", equalTo(2)).body("totalNet", equalTo(2060.0f));
    }

    @Test
    void lateTimeOfAGroupIsOnItsNextBill() {
        put(LAYOUT);
        run("2025-06");
        bring("Divers,Quorra,Régie oubliée,Zoé,zoe@example.fr,2025-06-11,09:00:00,2025-06-11,12:00:00");

        run("2025-06")
                .body("created", equalTo(0))
                .body("adjustments.kind", contains("LATE"))
                .body("adjustments.netAmount", contains(300.0f));
        run("2025-07")
                .body("created", equalTo(1))
                .body("drafts[0].group", equalTo("Régie"))
                .body("drafts[0].lines[0].description", equalTo("Régie\nJours de juin 2025\nRégularisation juin 2025"))
                .body("totalNet", equalTo(350.0f));
    }

    @Test
    void aLayoutThatChangesLeavesWhatIsBilled() {
        run("2025-06").body("created", equalTo(1)).body("totalNet", equalTo(1320.0f));
        put(LAYOUT);
        bring("Divers,Quorra,Oubliée,Zoé,zoe@example.fr,2025-06-12,09:00:00,2025-06-12,10:00:00");

        run("2025-06")
                .body("created", equalTo(0))
                .body("totalNet", equalTo(1320.0f))
                .body("adjustments.kind", contains("LATE"));
        assertThat(Outside.invoices().invoices()).hasSize(1);
    }

    @Test
    void aDroppedDraftOfSeveralIsMadeAgainAlone() {
        put(LAYOUT);
        run("2025-06");
        Outside.invoices().drop("time:QUO7:2025-06:g:regie");

        run("2025-06").body("created", equalTo(1)).body("existing", equalTo(1)).body("totalNet", equalTo(2060.0f));
        Outside.invoices().change("time:QUO7:2025-06:g:regie", invoice -> invoice.put("status", "CANCELLED"));
        run("2025-06").body("created", equalTo(1)).body("existing", equalTo(1));
        assertThat(Outside.invoices().invoices())
                .extracting(invoice -> invoice.path("reference").asText())
                .containsExactlyInAnyOrder(
                        "time:QUO7:2025-06", "time:QUO7:2025-06:g:regie", "time:QUO7:2025-06:g:regie:2");
    }

    @Test
    void aQuantityThatAPersonChangedIsTheDraftsAndTheMeasuredHoursStay() {
        put(LAYOUT);
        run("2025-06");
        Outside.invoices().change("time:QUO7:2025-06", invoice -> invoice.put("netAmount", new BigDecimal("950.00")));

        run("2025-06")
                .body("created", equalTo(0))
                .body("existing", equalTo(2))
                .body("failed", empty())
                .body("adjustments", empty())
                .body("drafts[0].netAmount", equalTo(950.0f))
                .body("drafts[0].hours", equalTo(4.0f));
        preview("2025-06")
                .body("drafts[0].hours", equalTo(4.0f))
                .body("drafts[0].netAmount", equalTo(1010.0f))
                .body("adjustments", empty());
    }

    @Test
    void aCustomerWhoseVatNobodyDecidedIsNamedAndTheOthersAreBilled() {
        Outside.customersAre(
                "{\"items\":[{\"code\":\"QUO7\",\"name\":\"Quorra\"},{\"code\":\"TAN1\",\"name\":\"Tanis\"}],\"nextCursor\":null}");
        bring("Divers,Tanis,Appel,Zoé,zoe@example.fr,2025-06-06,09:00:00,2025-06-06,10:00:00");
        Outside.invoices()
                .refuses("QUO7", "urn:facturation:problem:vat-regime-undecided", "QUO7 bears VAT or not: decide.");

        run("2025-06")
                .body("created", equalTo(1))
                .body("failed.customerCode", contains("QUO7"))
                .body("failed.type", contains("urn:facturation:problem:vat-regime-undecided"))
                .body("failed.reason", contains("QUO7 bears VAT or not: decide."));
        Outside.invoices().refusesNobody();
        run("2025-06").body("created", equalTo(1)).body("existing", equalTo(1)).body("failed", empty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"groups\":[{\"words\":[\"a\"]}]}|groups[0].title",
                "{\"groups\":[{\"title\":\"A\"}]}|groups[0].words",
                "{\"groups\":[{\"title\":\"A\",\"words\":[\"!\"]}]}|groups[0].words[0]",
                "{\"groups\":[{\"title\":\"A\",\"words\":[\"x\"],\"unit\":\"DAY\"}]}|groups[0].unitPrice",
                "{\"groups\":[{\"title\":\"A\",\"words\":[\"x\"]},{\"title\":\"á\",\"words\":[\"y\"]}]}|groups[1].title",
                "{\"groups\":[{\"title\":\"A\",\"words\":[\"x\"],\"unitPrice\":-1}]}|groups[0].unitPrice",
                "{\"groups\":[{\"title\":\"A\",\"words\":[\"x\"],\"unitPrice\":1e999999999}]}|groups[0].unitPrice",
                "{\"groups\":[{\"title\":\"A\",\"words\":[\"x\"],\"roundUpTo\":0}]}|groups[0].roundUpTo",
                "{\"groups\":[null]}|groups[0]",
                "{\"rest\":{\"unit\":\"FIXED\"}}|rest.unitPrice",
                "{\"rest\":{\"words\":[\"x\"]}}|rest.words",
                "{\"rest\":{\"unit\":\"WEEK\"}}|rest.unit"
            })
    void aLayoutThatSaysNothingIsRefusedWithItsField(String body, String field) {
        assertThat(put(body).statusCode(400).extract().asString()).contains(field);
        get("/api/v1/billing-layouts").body("items", empty());
    }

    @Test
    void aLayoutOfNobodyIsRefused() {
        Caller.OPERATOR
                .calls()
                .body("{}")
                .put("/api/v1/billing-layouts/NONE")
                .then()
                .statusCode(404);
        Caller.READER
                .calls()
                .body("{}")
                .put("/api/v1/billing-layouts/QUO7")
                .then()
                .statusCode(403);
    }

    @Test
    void theUsersTemplatesAreProposalsUntilAPersonSaysYes() {
        String templates = """
                {"QUO": {"standard": "Prestations Quorra", "details": ["Selon contrat", "{mois} {année}"],
                         "prix_horaire": 95, "forfait_mensuel": 400},
                 "INCONNU": {"standard": "X", "details": "seul", "prix_horaire": 90},
                 "Quorra": {"standard": "Encore", "prix_horaire": 90}}""";
        templates(templates)
                .body("proposals.customerCode", contains("QUO7"))
                .body("proposals[0].state", equalTo("WAITING"))
                .body("unmatched.key", contains("INCONNU", "Quorra"));
        preview("2025-06").body("totalNet", equalTo(1320.0f));

        answer("accept").statusCode(200).body("state", equalTo("ACCEPTED"));
        answer("accept").statusCode(200);
        answer("reject").statusCode(409).body("type", containsString("proposal-accepted"));

        preview("2025-06")
                .body("totalNet", equalTo(1140.0f))
                .body("drafts[0].lines[0].description", equalTo("Prestations Quorra\nSelon contrat\njuin 2025"));
        templates(templates).body("proposals[0].state", equalTo("ACCEPTED"));
        templates(templates.replace("95", "96")).body("proposals[0].state", equalTo("WAITING"));
        answer("reject").statusCode(200).body("state", equalTo("REJECTED"));
        get("/api/v1/billing-layouts/proposals").body("items.state", contains("REJECTED"));
        preview("2025-06").body("totalNet", equalTo(1140.0f));
    }

    private static ValidatableResponse templates(String body) {
        return Caller.OPERATOR
                .calls()
                .body(body)
                .put("/api/v1/billing-layouts/templates")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse answer(String yesOrNo) {
        return Caller.OPERATOR
                .uploads()
                .post("/api/v1/billing-layouts/proposals/QUO7/" + yesOrNo)
                .then();
    }

    private static ValidatableResponse put(String layout) {
        return Caller.OPERATOR
                .calls()
                .body(layout)
                .put("/api/v1/billing-layouts/QUO7")
                .then();
    }

    private static ValidatableResponse get(String path) {
        return Caller.OPERATOR.calls().get(path).then();
    }

    private static ValidatableResponse preview(String month) {
        return get("/api/v1/billing/preview?month=" + month).statusCode(200);
    }

    private static ValidatableResponse run(String month) {
        return Caller.OPERATOR
                .calls()
                .body("{\"month\": \"%s\"}".formatted(month))
                .post("/api/v1/billing-runs")
                .then()
                .statusCode(200);
    }

    private static void bring(String row) {
        Caller.OPERATOR
                .uploads()
                .multiPart("file", "juin.csv", (HEADING + row + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/api/v1/imports/time-entries")
                .then()
                .statusCode(200)
                .body("imported", equalTo(1));
    }
}
