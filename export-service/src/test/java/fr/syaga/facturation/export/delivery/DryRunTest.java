package fr.syaga.facturation.export.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.agroal.api.AgroalDataSource;
import io.quarkiverse.wiremock.devservice.ConnectWireMock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import fr.syaga.facturation.export.Neighbour;
import fr.syaga.facturation.export.Papers;
import fr.syaga.facturation.export.document.PaperDocument;
import fr.syaga.facturation.testing.Caller;
import fr.syaga.facturation.testing.RealPostgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

/** Mails that nobody approves one by one, all of them to one address for a try. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
@QuarkusTestResource(PostOffice.class)
@TestProfile(DryRunTest.Settings.class)
@ConnectWireMock
class DryRunTest {

    private static final Duration SOON = Duration.ofSeconds(90);
    /** Several looks of the worker. */
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(4);

    private final PaperDocument invoice = Papers.paper(1, "FRENCH", "20", 1, false);

    WireMock wiremock;

    @Inject
    AgroalDataSource database;

    private Neighbour neighbour;
    private MailServer mail;

    /** As {@code DELIVERY_REDIRECT_TO} and {@code DELIVERY_APPROVAL} set them. */
    public static class Settings implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "facturation.delivery.redirect-to",
                    "essai@rhone.example",
                    "facturation.delivery.approval",
                    "AUTOMATIC");
        }
    }

    @BeforeEach
    void anInvoiceAndAMailServer() throws Exception {
        sql("truncate delivery_enclosure, delivery");
        mail = PostOffice.server();
        neighbour = new Neighbour(wiremock)
                .has(List.of(invoice.invoice()))
                .knows("CLI1", "compta@client.example")
                .takesNewsOfSending();
    }

    @Test
    void aDryRunGoesToOneAddressSaysWhomItWasForAndMarksNothingAsSent() throws Exception {
        neighbour.says(invoice);

        order().statusCode(202)
                .body("items[0].recipients[0]", equalTo("compta@client.example"))
                .body("items[0].redirectedTo", equalTo("essai@rhone.example"));
        await().atMost(SOON).until(() -> "SENT".equals(status()));

        assertThat(mail.received()).hasSize(1);
        MimeMessage message = mail.received()[0];
        assertThat(message.getAllRecipients()).extracting(Object::toString).containsExactly("essai@rhone.example");
        assertThat(message.getSubject()).startsWith("[ESSAI pour compta@client.example] Facture F202609001");
        assertThat(neighbour.newsOfSending()).isZero();
        order().statusCode(200).body("items[0].status", equalTo("SENT"));
    }

    @Test
    void whatLacksAMandatoryMentionWaitsForAPersonEvenWhereNoYesIsAskedFor() {
        neighbour.says(Papers.lacking(invoice, "BUYER_SIREN"));

        order().statusCode(202).body("items[0].status", equalTo("WAITING"));
        approve().statusCode(200);

        await().atMost(SOON).until(() -> "SENT".equals(status()));
        approve().body("decidedBy", notNullValue());
    }

    /** The mail was ordered, and once even approved, before the dry run began. */
    @Test
    void noMailReachesItsCustomerDuringADryRun() throws Exception {
        neighbour.says(Papers.lacking(invoice, "BUYER_SIREN"));
        order().statusCode(202);
        sql("update delivery set redirected_to = null");

        approve().statusCode(409).body("type", containsString("dry-run"));
        sql("update delivery set status = 'APPROVED'");
        Thread.sleep(LONG_ENOUGH.toMillis());

        assertThat(mail.received()).isEmpty();
    }

    private void sql(String statement) throws Exception {
        try (var connection = database.getConnection();
                var sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    private ValidatableResponse order() {
        return Caller.OPERATOR
                .calls()
                .body("{\"invoiceIds\":[\"%s\"]}".formatted(invoice.invoice().id()))
                .post("/api/v1/deliveries")
                .then();
    }

    private static ValidatableResponse approve() {
        String id = Caller.READER.calls().get("/api/v1/deliveries").path("items[0].id");
        return Caller.OPERATOR
                .uploads()
                .post("/api/v1/deliveries/" + id + "/approve")
                .then();
    }

    private static String status() {
        return Caller.READER.calls().get("/api/v1/deliveries").path("items[0].status");
    }
}
