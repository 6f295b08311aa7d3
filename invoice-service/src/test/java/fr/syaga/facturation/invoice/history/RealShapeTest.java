package fr.syaga.facturation.invoice.history;

import java.math.BigDecimal;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig;
import org.junit.jupiter.api.Test;

import fr.syaga.facturation.invoice.Ledger;
import fr.syaga.facturation.testing.Caller;
import fr.syaga.facturation.testing.RealPostgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

/** A list that was never seen, of the shape of a real one, alone in a database of its own. */
@QuarkusTest
@TestProfile(RealShapeTest.OwnDatabase.class)
class RealShapeTest {

    /** A profile of its own is a PostgreSQL of its own. */
    @QuarkusTestResource(RealPostgres.class)
    public static class OwnDatabase implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("facturation.today", "2025-08-01");
        }
    }

    @Test
    void aListOfTheRealShapeComesInWholeInOneCallWithTotalsToTheCent() {
        ListOfTheRealShape list = new ListOfTheRealShape(System.nanoTime());

        JsonPath report =
                exact(Ledger.imports(list.file()).statusCode(200).extract().asString());

        assertThat(report.getInt("imported")).isEqualTo(ListOfTheRealShape.ROWS);
        assertThat(report.getInt("customers")).isEqualTo(ListOfTheRealShape.CUSTOMERS);
        assertThat(report.getInt("creditNotes")).isEqualTo(ListOfTheRealShape.CREDIT_NOTES);
        assertThat(report.getList("rejected")).isEmpty();
        assertThat(report.<BigDecimal>get("totalNet")).isEqualTo(BigDecimal.valueOf(list.netCents, 2));
        assertThat(report.<BigDecimal>get("totalGross")).isEqualTo(BigDecimal.valueOf(list.grossCents, 2));
        assertThat(stored("netAmount")).isEqualTo(BigDecimal.valueOf(list.netCents, 2));
        assertThat(stored("grossAmount")).isEqualTo(BigDecimal.valueOf(list.grossCents, 2));
        assertThat(stored("paidAmount")).isEqualTo(BigDecimal.valueOf(list.paidCents, 2));

        Ledger.imports(list.file()).body("unchanged", equalTo(ListOfTheRealShape.ROWS));
        Caller.READER.calls().get("/api/v1/customers/a").then().body("name", equalTo("ATELIER - DU - TIRET"));
        Caller.READER
                .calls()
                .get("/api/v1/customers/RENOM10")
                .then()
                .body("name", equalTo("NOUVEAU NOM SAS"))
                .body("aliases", hasItem("ANCIEN NOM"));
        assertThat(lines().filter(line -> line.contains("\"rate\":null"))).isEmpty();
    }

    private static java.util.stream.Stream<String> lines() {
        return Caller.READER.calls().get("/api/v1/invoices/stream").asString().lines();
    }

    private static BigDecimal stored(String amount) {
        return lines().map(line -> (BigDecimal) exact(line).get(amount))
                .filter(java.util.Objects::nonNull)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static JsonPath exact(String json) {
        return new JsonPath(json).using(new JsonPathConfig(JsonPathConfig.NumberReturnType.BIG_DECIMAL));
    }
}
