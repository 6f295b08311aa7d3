package fr.syaga.facturation.invoice.identifier;

import java.util.List;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import fr.syaga.facturation.invoice.Ledger;
import fr.syaga.facturation.testing.Caller;
import fr.syaga.facturation.testing.RealPostgres;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class MailAddressTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "\"dupont, jean\"@vide.example.fr | \"dupont, jean\"@vide.example.fr",
                "\"service; achats\"@client.test | \"service; achats\"@client.test",
                "\"a@b\"@client.example | \"a@b\"@client.example",
                "o'neil+factures@client.fr | o'neil+factures@client.fr",
                "`\u00A0compta@client.fr ` | compta@client.fr",
                "compta@été.fr | compta@xn--t-9fab.fr"
            })
    void anAddressOfTheRfcIsOneAddress(String written, String kept) {
        change("MAIL1", written).statusCode(200).body("emails", equalTo(List.of(kept)));

        Ledger.reads("customers/MAIL1").body("emails", equalTo(List.of(kept)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dupont, jean@client.fr",
                "a@client.fr, b@client.fr",
                "a@client.fr;b@client.fr",
                "Jean <a@client.fr>",
                "a..b@client.fr",
                "a b@client.fr",
                "a@client",
                "a@client..fr",
                "@client.fr",
                "client.fr",
                "\"a\r\nBcc: x\"@client.fr",
                "\"jean@client.fr"
            })
    void whatIsNoAddressIsRefusedByItsField(String junk) {
        change("MAIL2", "compta@client.fr", junk)
                .statusCode(400)
                .body("violations[0].field", equalTo("emails[1]"))
                .body("violations[0].message", containsString("is no mail address"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jérôme@client.fr", "会計@client.fr", "\"jérôme d'été\"@client.fr"})
    void lettersThatMostServersRefuseAreRefusedWithASentence(String address) {
        change("MAIL3", address)
                .statusCode(400)
                .body("violations[0].field", equalTo("emails[0]"))
                .body("violations[0].message", containsString("ask for an address without accents"));
    }

    @Test
    void aDocumentMayHaveBeenSentToAQuotedAddress() {
        String id = Ledger.issued("MAIL4", "mail-4", "10", "F20250617");

        Ledger.does(id, "sent", "{\"recipients\":[\"\\\"dupont, jean\\\"@client.fr\"]}")
                .statusCode(200)
                .body("sentTo", hasItem("\"dupont, jean\"@client.fr"));
    }

    private static ValidatableResponse change(String code, String... emails) {
        Ledger.customer(code);
        return Caller.OPERATOR
                .calls()
                .body(Map.of("name", code, "emails", List.of(emails)))
                .put("/api/v1/customers/" + code)
                .then();
    }
}
