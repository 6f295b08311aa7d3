package fr.syaga.facturation.invoice.history;

import java.util.List;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

import fr.syaga.facturation.invoice.Ledger;
import fr.syaga.facturation.testing.Caller;
import fr.syaga.facturation.testing.RealPostgres;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

/** A customer has the name of its latest listed document, unless a person named it. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class LatestNameTest {

    @Test
    void theNameIsThatOfTheLatestDocumentWhateverTheOrderOfTheLists() {
        String old = Ledger.row("F 20100301", "NAME1 - LE MOULIN", "01/03/2010", "100", "119,6");
        String middle = Ledger.row("F 20110301", "NAME1 - MOULIN SAS", "01/03/2011", "100", "119,6");
        String last = Ledger.row("F 20120391", "NAME1 - LE GRAND MOULIN", "01/03/2012", "100", "119,6");
        Ledger.imports(last);
        named("NAME1", "LE GRAND MOULIN");
        Ledger.imports(middle, old);
        named("NAME1", "LE GRAND MOULIN").body("aliases", equalTo(List.of("LE MOULIN", "MOULIN SAS")));
        Ledger.imports(old, middle, last);
        named("NAME1", "LE GRAND MOULIN").body("aliases", equalTo(List.of("LE MOULIN", "MOULIN SAS")));
        Caller.READER
                .calls()
                .get("/api/v1/invoices?customer=NAME1")
                .then()
                .body("items.customerName", equalTo(List.of("LE MOULIN", "MOULIN SAS", "LE GRAND MOULIN")));
    }

    @Test
    void aNameThatChangesBackIsTheNameAgainAndNoAliasOfItself() {
        Ledger.imports(
                Ledger.row("F 20100302", "NAME2 - RIVAGE", "01/03/2010", "100", "119,6"),
                Ledger.row("F 20110302", "NAME2 - RIVAGE FRANCE", "01/03/2011", "100", "119,6"),
                Ledger.row("F 20120392", "NAME2 - RIVAGE", "01/03/2012", "100", "119,6"));

        named("NAME2", "RIVAGE").body("aliases", equalTo(List.of("RIVAGE FRANCE")));
    }

    @Test
    void onOneDayTheLaterRowOfTheListGivesTheName() {
        Ledger.imports(
                Ledger.row("F 20120393", "NAME3 - AVANT", "02/03/2012", "100", "119,6"),
                Ledger.row("A 20120394", "NAME3 - APRÈS", "02/03/2012", "-10", "-11,96"));

        named("NAME3", "APRÈS");
    }

    @Test
    void aPersonsNameStands() {
        Ledger.imports(Ledger.row("F 20100305", "NAME5 - PREMIER", "01/03/2010", "100", "119,6"));
        Caller.OPERATOR
                .calls()
                .body("{\"name\":\"Premier & Fils\"}")
                .put("/api/v1/customers/NAME5")
                .then()
                .statusCode(200);

        Ledger.imports(Ledger.row("F 20120395", "NAME5 - PREMIER SAS", "01/03/2012", "100", "119,6"));

        named("NAME5", "Premier & Fils").body("aliases", hasItems("PREMIER", "PREMIER SAS"));
        Ledger.customer("NAME6");
        Ledger.imports(Ledger.row("F 20120396", "NAME6 - AUTRE", "01/03/2012", "100", "119,6"));
        named("NAME6", "NAME6 SARL").body("aliases", equalTo(List.of("AUTRE")));
    }

    @Test
    void anImportTakenBackTakesItsNameBack() {
        Ledger.imports(Ledger.row("F 20100307", "NAME7 - ANCIEN", "01/03/2010", "100", "119,6"));
        String newer = Ledger.imports(Ledger.row("F 20120397", "NAME7 - NOUVEAU", "01/03/2012", "100", "119,6"))
                .extract()
                .path("id");
        named("NAME7", "NOUVEAU");

        Caller.ADMIN.calls().post("/api/v1/imports/" + newer + "/undo").then().statusCode(200);

        named("NAME7", "ANCIEN");
    }

    private static ValidatableResponse named(String code, String name) {
        return Caller.READER.calls().get("/api/v1/customers/" + code).then().body("name", equalTo(name));
    }
}
