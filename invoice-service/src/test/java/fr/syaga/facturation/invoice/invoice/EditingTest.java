package fr.syaga.facturation.invoice.invoice;

import java.util.Map;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import fr.syaga.facturation.invoice.Ledger;
import fr.syaga.facturation.testing.Caller;
import fr.syaga.facturation.testing.RealPostgres;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

/** Two people at one document or customer: nobody overwrites what somebody else changed meanwhile. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class EditingTest {

    @Test
    void aDraftThatSomebodyChangedMeanwhileIsNotOverwritten() {
        Ledger.customer("EDIT1");
        String id = Ledger.written(Ledger.draft("EDIT1", "edit-1", "10")).getString("id");
        String read = etagOf("/api/v1/invoices/" + id);
        Caller.OPERATOR
                .calls()
                .header("If-Match", read)
                .body(Ledger.draft("EDIT1", "edit-1", "20"))
                .put("/api/v1/invoices/" + id)
                .then()
                .statusCode(200)
                .header("ETag", etagOf("/api/v1/invoices/" + id));

        Caller.OPERATOR
                .calls()
                .header("If-Match", read)
                .body(Ledger.draft("EDIT1", "edit-1", "30"))
                .put("/api/v1/invoices/" + id)
                .then()
                .statusCode(412)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:facturation:problem:changed-meanwhile"))
                .body("detail", containsString("Read it again"));
        Caller.OPERATOR
                .calls()
                .header("If-Match", read)
                .post("/api/v1/invoices/" + id + "/approve")
                .then()
                .statusCode(412);
        Caller.OPERATOR
                .calls()
                .header("If-Match", read)
                .delete("/api/v1/invoices/" + id)
                .then()
                .statusCode(412);

        Caller.OPERATOR
                .calls()
                .header("If-Match", etagOf("/api/v1/invoices/" + id))
                .post("/api/v1/invoices/" + id + "/approve")
                .then()
                .statusCode(200)
                .body("netAmount", equalTo(20.00f));
    }

    @Test
    void aCustomerThatSomebodyChangedMeanwhileIsNotOverwritten() {
        Ledger.customer("EDIT2");
        String read = etagOf("/api/v1/customers/EDIT2");
        Caller.OPERATOR
                .calls()
                .header("If-Match", read)
                .body(Map.of("name", "EDIT2 SAS"))
                .put("/api/v1/customers/EDIT2")
                .then()
                .statusCode(200);

        Caller.OPERATOR
                .calls()
                .header("If-Match", read)
                .body(Map.of("name", "EDIT2 SARL"))
                .put("/api/v1/customers/EDIT2")
                .then()
                .statusCode(412);
        Caller.OPERATOR
                .calls()
                .header("If-Match", "*")
                .body(Map.of("name", "EDIT2 SA"))
                .put("/api/v1/customers/EDIT2")
                .then()
                .statusCode(200)
                .body("name", equalTo("EDIT2 SA"));
    }

    private static String etagOf(String path) {
        return Caller.READER.calls().get(path).then().statusCode(200).extract().header("ETag");
    }
}
