package fr.syaga.facturation.export.delivery;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.inject.Inject;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.agroal.api.AgroalDataSource;
import io.quarkiverse.wiremock.devservice.ConnectWireMock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import fr.syaga.facturation.export.Neighbour;
import fr.syaga.facturation.export.Papers;
import fr.syaga.facturation.export.document.PaperDocument;
import fr.syaga.facturation.testing.Caller;
import fr.syaga.facturation.testing.RealPostgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

/** To which addresses mails go, by a real mail server. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
@QuarkusTestResource(PostOffice.class)
@ConnectWireMock
class DeliveryAddressTest {

    private static final Duration SOON = Duration.ofSeconds(90);

    WireMock wiremock;

    @Inject
    AgroalDataSource database;

    private final PaperDocument invoice = Papers.paper(1, "FRENCH", "20", 1, false);
    private final PaperDocument other = Papers.paper(4, "FRENCH", "10", 1, false);
    private Neighbour neighbour;
    private MailServer mail;

    @BeforeEach
    void anInvoiceAndAMailServer() throws Exception {
        sql("truncate delivery_enclosure, delivery");
        mail = PostOffice.server();
        neighbour = new Neighbour(wiremock)
                .has(List.of(invoice.invoice()))
                .says(invoice)
                .knows("CLI1", "compta@client.example")
                .takesNewsOfSending();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "\"dupont..jean\"@client.example|\"dupont..jean\"@client.example",
                "compta@été.example|compta@xn--t-9fab.example",
                "compta@bücher.fr|compta@xn--bcher-kva.fr",
                "o'neil+factures@client.example|o'neil+factures@client.example"
            })
    void anAddressIsOneRecipientAsAServerTakesIt(String stored, String mailed) throws Exception {
        neighbour.knows("CLI1", stored);

        order(invoice).then().statusCode(202).body("items[0].recipients", contains(mailed));
        approve();
        whenIs("SENT");

        assertThat(mail.received()).hasSize(1);
        MimeMessage message = mail.received()[0];
        assertThat(message.getAllRecipients())
                .extracting(address -> ((InternetAddress) address).getAddress())
                .containsExactly(mailed);
        await().atMost(SOON).until(() -> delivery().getBoolean("invoiceServiceKnows"));
        assertThat(neighbour.sentTo()).containsExactly(mailed);
    }

    @Test
    void severalAddressesOneOfThemQuotedAreAsManyRecipients() throws Exception {
        neighbour.knows("CLI1", "\"dupont..jean\"@client.example", "compta@client.example");

        order(invoice)
                .then()
                .body("items[0].recipients", contains("\"dupont..jean\"@client.example", "compta@client.example"));
        approve();
        whenIs("SENT");

        assertThat(mail.received()[0].getAllRecipients()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jérôme@client.example", "会計@client.example", "a b@client.example", "client.example"})
    void anAddressThatNoServerTakesIsRefusedWithItsSentence(String address) {
        neighbour.knows("CLI1", address);

        order(invoice)
                .then()
                .statusCode(409)
                .body("type", containsString("recipient-unusable"))
                .body("detail", containsString("'" + address + "'"))
                .body("detail", containsString("PUT /api/v1/customers"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jérôme@client.example",
                "a b@client.example",
                "<x>@client.example",
                "\"dupont, jean\"@client.example"
            })
    void aStoredOneIsRefusedAndNeitherSentNorDoubted(String address) throws Exception {
        order(invoice);
        sql("update delivery set recipients = '%s', status = 'APPROVED'".formatted(address));

        whenIs("REFUSED");

        assertThat(delivery().getString("problem")).contains("« " + address + " »", "approuvez de nouveau");
        assertThat(mail.received()).isEmpty();
    }

    @Test
    void oneThatWaitsOrWasRefusedTakesTheCorrectedAddressAndSaysSo() throws Exception {
        mail.behaves(MailServer.Manner.REFUSES_THE_RECIPIENT);
        order(invoice).then().body("items[0].addressChangedFrom", empty());
        neighbour.knows("CLI1", "comptabilite@client.example");
        approve()
                .then()
                .body("recipients", contains("comptabilite@client.example"))
                .body("addressChangedFrom", contains("compta@client.example"));
        whenIs("REFUSED");
        mail.behaves(MailServer.Manner.HONEST);
        neighbour.knows("CLI1", "direction@client.example");

        approve()
                .then()
                .body("recipients", contains("direction@client.example"))
                .body("addressChangedFrom", contains("comptabilite@client.example"));
        whenIs("SENT");

        assertThat(mail.received()).hasSize(1);
        assertThat(mail.received()[0].getAllRecipients())
                .extracting(Object::toString)
                .containsExactly("direction@client.example");
        neighbour.knows("CLI1", "nouvelle@client.example");
        approve().then().body("status", equalTo("SENT")).body("recipients", contains("direction@client.example"));
    }

    @Test
    void aCommaWithinQuotesIsNoSecondRecipient() {
        assertThat(MailAddress.split("\"dupont, jean\"@a.fr")).containsExactly("\"dupont, jean\"@a.fr");
        assertThat(MailAddress.split("x@a.fr, \"b, \\\", c\"@b.fr, y@c.fr"))
                .containsExactly("x@a.fr", "\"b, \\\", c\"@b.fr", "y@c.fr");
        assertThat(MailAddress.split("x@a.fr")).containsExactly("x@a.fr");
    }

    @Test
    void aDoubtfulOneKeepsTheAddressThatItMayHaveReached() throws Exception {
        order(invoice);
        sql("update delivery set status = 'DOUBTFUL', claimed_at = now()");
        neighbour.knows("CLI1", "nouvelle@client.example");

        approve().then().body("recipients", contains("compta@client.example")).body("addressChangedFrom", empty());
        // Until it is gone, it would be among the mails of another story.
        whenIs("SENT");
    }

    @Test
    void aCustomerThatNobodyReachesAnyMoreKeepsItsMailWaiting() {
        order(invoice);
        neighbour.knows("CLI1");
        approve().then().statusCode(409).body("type", containsString("recipient-missing"));

        neighbour.knows("CLI1", "jérôme@client.example");
        approve().then().statusCode(409).body("type", containsString("recipient-unusable"));

        assertThat(delivery().getString("status")).isEqualTo("WAITING");
    }

    @Test
    void whatCannotBeMailedIsNamedAndTheOthersAreOrdered() {
        PaperDocument wrong = Papers.withNet(
                Papers.paper(7, "FRENCH", "20", 1, false),
                other.invoice().netAmount().add(java.math.BigDecimal.ONE));
        neighbour
                .has(List.of(invoice.invoice(), other.invoice(), wrong.invoice()))
                .says(invoice, other, wrong)
                .knowsAll(List.of(
                        List.of("CLI1", "compta@client.example"),
                        List.of("CLI4", "jérôme@client.example"),
                        List.of("CLI7", "compta@client.example")));

        order(invoice, other, wrong)
                .then()
                .statusCode(202)
                .body("items", hasSize(1))
                .body("items[0].number", equalTo("F202609001"))
                .body("skipped.number", contains("F202609004", "F202609007"))
                .body("skipped.reason", contains("recipient-unusable", "unusable-document"))
                .body("skipped[0].detail", containsString("jérôme@client.example"))
                .body("skipped[1].detail", containsString("the ledger says"));
        order(other, wrong).then().statusCode(409).body("detail", containsString("F202609007"));
    }

    @Test
    void whatIsNoElectronicInvoiceLeavesAsAPdfAndSaysWhy() {
        PaperDocument person = Papers.noEInvoice(invoice, "Le client est un particulier : c’est un PDF ordinaire.");
        neighbour.says(person);

        order(invoice)
                .then()
                .statusCode(202)
                .body("items[0].electronic", equalTo(false))
                .body("items[0].missing", empty())
                .body("items[0].noEInvoice", startsWith("Le client est un particulier"));
        approve();
        whenIs("SENT");

        assertThat(delivery().getString("text")).doesNotContain("Factur-X");
    }

    private static Response order(PaperDocument... documents) {
        return Caller.OPERATOR
                .calls()
                .body("{\"invoiceIds\":[%s]}"
                        .formatted(Stream.of(documents)
                                .map(document -> "\"" + document.invoice().id() + "\"")
                                .collect(Collectors.joining(","))))
                .post("/api/v1/deliveries");
    }

    private static JsonPath delivery() {
        return JsonPath.from(Caller.READER.calls().get("/api/v1/deliveries").asString())
                .setRootPath("items[0]");
    }

    private static Response approve() {
        return Caller.OPERATOR.uploads().post("/api/v1/deliveries/" + delivery().getString("id") + "/approve");
    }

    private static void whenIs(String status) {
        await().atMost(SOON).until(() -> status.equals(delivery().getString("status")));
    }

    private void sql(String statement) throws Exception {
        try (var connection = database.getConnection();
                var sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }
}
