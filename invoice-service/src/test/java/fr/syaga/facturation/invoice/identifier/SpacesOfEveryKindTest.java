package fr.syaga.facturation.invoice.identifier;

import java.util.Map;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fr.syaga.facturation.invoice.Ledger;
import fr.syaga.facturation.testing.Caller;
import fr.syaga.facturation.testing.RealPostgres;

import static org.hamcrest.Matchers.equalTo;

/** Numbers that people copy from letterheads and spreadsheets, with the spaces that are written there. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class SpacesOfEveryKindTest {

    @ParameterizedTest
    @CsvSource({"SPACE1, '\u2009', F20250971", "SPACE2, '\u3000', F20250972", "SPACE3, '\u00a0', F20250973"})
    void aSpaceOfAnyKindIsNoPartOfANumber(String code, String space, String number) {
        Ledger.customer(code);

        Caller.OPERATOR
                .calls()
                .body(Map.of(
                        "name",
                        code,
                        "siren",
                        spaced("732 829 320", space),
                        "siret",
                        spaced("732 829 320 00074", space)))
                .put("/api/v1/customers/" + code)
                .then()
                .statusCode(200)
                .body("siren", equalTo("732829320"))
                .body("siret", equalTo("73282932000074"));
        String id =
                Ledger.written(Ledger.draft(space + code + space, code, "10")).getString("id");
        Ledger.does(id, "approve").statusCode(200).body("customerCode", equalTo(code));
        Ledger.does(id, "number", "{\"number\":\"%s\"}".formatted(number.replace("F", "f" + space)))
                .statusCode(200)
                .body("number", equalTo(number));
    }

    @ParameterizedTest
    @CsvSource({"SPACE 4, SPACE\u00a04", "SPACE 5, SPACE\u20095", "SPACE 6, space\u20076"})
    void aSpaceInsideACodeIsASpace(String code, String pasted) {
        Ledger.customer(code);

        Ledger.written(Ledger.draft(pasted, code, "10"));
        Caller.OPERATOR
                .calls()
                .body(Map.of("code", pasted, "name", "Twice"))
                .post("/api/v1/customers")
                .then()
                .statusCode(409);
    }

    private static String spaced(String grouped, String space) {
        return grouped.replace(" ", space);
    }
}
