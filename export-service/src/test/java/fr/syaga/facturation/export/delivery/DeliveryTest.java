package fr.syaga.facturation.export.delivery;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import jakarta.inject.Inject;
import jakarta.mail.BodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.agroal.api.AgroalDataSource;
import io.quarkiverse.wiremock.devservice.ConnectWireMock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mustangproject.ZUGFeRD.ZUGFeRDInvoiceImporter;

import fr.syaga.facturation.export.Invoices;
import fr.syaga.facturation.export.Neighbour;
import fr.syaga.facturation.export.Papers;
import fr.syaga.facturation.export.document.PaperDocument;
import fr.syaga.facturation.export.invoicing.Sha256;
import fr.syaga.facturation.testing.Caller;
import fr.syaga.facturation.testing.RealPostgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

/** Deliveries over HTTP, by a real mail server whose wire can be cut. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
@QuarkusTestResource(PostOffice.class)
@ConnectWireMock
class DeliveryTest {

    private static final Duration SOON = Duration.ofSeconds(90);
    /** Several looks of the worker. */
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(4);

    WireMock wiremock;

    @Inject
    AgroalDataSource database;

    private final PaperDocument invoice = Papers.paper(1, "FRENCH", "20", 1, false);
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

    @Test
    void aMailWaitsForAPersonsYesAndLeavesOnce() throws Exception {
        Response ordered = order();

        ordered.then()
                .statusCode(202)
                .header("Location", containsString("/api/v1/deliveries/"))
                .body("items[0].status", equalTo("WAITING"))
                .body("items[0].recipients[0]", equalTo("compta@client.example"));
        assertThat(ordered.jsonPath().getString("items[0].text")).contains("la facture n° F202609001 du 01/09/2026");
        Thread.sleep(LONG_ENOUGH.toMillis());
        assertThat(mail.received()).isEmpty();

        deed("approve").then().statusCode(200);
        whenIs("SENT");
        deed("approve").then().statusCode(200).body("status", equalTo("SENT"));
        order().then().statusCode(200).body("items", hasSize(1)).body("items[0].status", equalTo("SENT"));
        Thread.sleep(LONG_ENOUGH.toMillis());

        assertThat(mail.received()).hasSize(1);
        MimeMessage message = mail.received()[0];
        assertThat(message.getHeader("Message-ID")).containsExactly(delivery().getString("messageId"));
        assertThat(message.getSubject()).isEqualTo("Facture F202609001 – Réseaux du Rhône");
        BodyPart attached = ((MimeMultipart) message.getContent()).getBodyPart(1);
        assertThat(attached.getFileName()).isEqualTo("F202609001.pdf");
        assertThat(new ZUGFeRDInvoiceImporter(new ByteArrayInputStream(
                                attached.getInputStream().readAllBytes()))
                        .getUTF8())
                .contains("F202609001");
    }

    @Test
    void promise3AMailLeavesOnceAnInvoiceAndRecipientOrWaitsForAPerson() throws Exception {
        mail.behaves(MailServer.Manner.DIES_AFTER_TAKING);
        order();
        deed("approve");

        whenIs("DOUBTFUL");
        mail.behaves(MailServer.Manner.HONEST);
        Thread.sleep(LONG_ENOUGH.toMillis());

        assertThat(mail.received()).hasSize(1);
        assertThat(delivery().getString("problem")).contains("nul ne sait");
        Instant looked = Instant.now();
        deed("confirm").then().statusCode(200).body("status", equalTo("SENT"));
        await().atMost(SOON).until(() -> delivery().getBoolean("invoiceServiceKnows"));
        // It left when it was tried, not when a person found out or invoice-service was told.
        assertThat(Instant.parse(delivery().getString("sentAt"))).isBefore(looked);
        assertThat(neighbour.sentAt()).isEqualTo(delivery().getString("sentAt"));
        assertThat(mail.received()).hasSize(1);
    }

    @Test
    void aPersonMaySendADoubtfulMailAgainUnderTheSameMessageId() throws Exception {
        mail.behaves(MailServer.Manner.DIES_AFTER_TAKING);
        order();
        deed("approve");
        whenIs("DOUBTFUL");
        mail.behaves(MailServer.Manner.HONEST);

        deed("approve");

        whenIs("SENT");
        assertThat(mail.received()).hasSize(2);
        assertThat(mail.received()[1].getMessageID()).isEqualTo(mail.received()[0].getMessageID());
    }

    @Test
    void whatADeadInstanceWasSendingWaitsForAPerson() throws Exception {
        order();
        sql("update delivery set status = 'SENDING', claimed_at = now() - interval '1 day'");

        whenIs("DOUBTFUL");

        assertThat(mail.received()).isEmpty();
    }

    @Test
    void aBusyServerIsTriedAgain() {
        mail.behaves(MailServer.Manner.BUSY);
        order();
        deed("approve");
        await().atMost(SOON).until(() -> delivery().getString("problem") != null);
        assertThat(delivery().getString("status")).isIn("APPROVED", "SENDING");

        mail.behaves(MailServer.Manner.HONEST);

        whenIs("SENT");
        assertThat(mail.received()).hasSize(1);
        assertThat(delivery().getInt("attempts")).isGreaterThan(1);
    }

    @Test
    void aRefusalIsSeenAndTheInvoiceIsNotMarkedSent() throws Exception {
        mail.behaves(MailServer.Manner.REFUSES_THE_RECIPIENT);
        order();
        deed("approve");

        whenIs("REFUSED");

        assertThat(delivery().getString("problem")).contains("Destinataire inconnu");
        Thread.sleep(LONG_ENOUGH.toMillis());
        assertThat(neighbour.newsOfSending()).isZero();
        assertThat(mail.received()).isEmpty();
        deed("cancel").then().statusCode(200);
        order().then().statusCode(202);
    }

    @Test
    void invoiceServiceIsToldOfASendingUntilItKnows() {
        neighbour.refusesNewsOfSending();
        order();
        deed("approve");
        whenIs("SENT");
        await().atMost(SOON).until(() -> neighbour.newsOfSending() > 0);
        assertThat(delivery().getBoolean("invoiceServiceKnows")).isFalse();

        neighbour.takesNewsOfSending();

        await().atMost(SOON).until(() -> delivery().getBoolean("invoiceServiceKnows"));
        assertThat(mail.received()).hasSize(1);
    }

    @Test
    void theHoursBehindATimeInvoiceAreAttached() throws Exception {
        PaperDocument time = Papers.paper(2, "FRENCH", "20", 1, false);
        neighbour
                .has(List.of(time.invoice()))
                .says(time)
                .knows("CLI2", "compta@client.example")
                .hasTimesheet("CLI2");

        Response ordered = order(time);

        assertThat(ordered.jsonPath().getList("items[0].attachments"))
                .isEqualTo(List.of("F202609002.pdf", "releve-heures-F202609002.pdf"));
    }

    @Test
    void whatLacksAMandatoryMentionLeavesAsAPlainPdfThatDoesNotCallItselfFacturX() throws Exception {
        neighbour.says(Papers.lacking(invoice, "BUYER_SIREN"));

        Response ordered = order();
        assertThat(ordered.jsonPath().getString("items[0].text")).doesNotContain("Factur-X");
        deed("approve");
        whenIs("SENT");

        BodyPart attached = ((MimeMultipart) mail.received()[0].getContent()).getBodyPart(1);
        byte[] pdf = attached.getInputStream().readAllBytes();
        assertThat(attached.getFileName()).isEqualTo("F202609001.pdf");
        assertThat(new String(pdf, StandardCharsets.ISO_8859_1))
                .startsWith("%PDF-")
                .doesNotContain("factur-x.xml");
    }

    @Test
    void whatCannotBeMailedIsSaidBeforeAnythingIsOrdered() {
        neighbour.knows("CLI1");
        order().then().statusCode(409).body("type", containsString("recipient-missing"));
        neighbour.has(List.of());
        order().then().statusCode(404);
        neighbour.has(List.of(Invoices.time("APPR", "1")));
        Caller.OPERATOR
                .calls()
                .body("{\"invoiceIds\":[\"%s\"]}"
                        .formatted(Invoices.time("APPR", "1").id()))
                .post("/api/v1/deliveries")
                .then()
                .statusCode(409)
                .body("type", containsString("only-issued-documents"));
        Caller.READER.calls().get("/api/v1/deliveries").then().body("items", hasSize(0));
    }

    @Test
    void invoiceServiceIsToldWhenTheMailLeftAndForWhom() {
        neighbour.knows("CLI1", "compta@client.example", "direction@client.example");
        order();
        deed("approve");

        await().atMost(SOON).until(() -> delivery().getBoolean("invoiceServiceKnows"));

        assertThat(neighbour.sentAt()).isEqualTo(delivery().getString("sentAt"));
        assertThat(neighbour.sentTo()).containsExactly("compta@client.example", "direction@client.example");
    }

    @Test
    void thePaperThatOxygenePrintedIsMailedAndNoSecondOneOfOurs() throws Exception {
        byte[] own = "%PDF-1.4 printed by Oxygène".getBytes(StandardCharsets.UTF_8);
        PaperDocument printed = Papers.withOwnDocument(invoice, Sha256.of(own));
        neighbour.has(List.of(printed.invoice())).keeps(printed.invoice(), own);

        Response ordered = order();
        deed("approve");
        whenIs("SENT");

        ordered.then()
                .statusCode(202)
                .body("items[0].ownDocument", equalTo(true))
                .body("items[0].electronic", equalTo(false))
                .body("items[0].missing", hasSize(0));
        assertThat(ordered.jsonPath().getString("items[0].text")).doesNotContain("Factur-X");
        MimeMultipart parts = (MimeMultipart) mail.received()[0].getContent();
        assertThat(parts.getCount()).isEqualTo(2);
        assertThat(parts.getBodyPart(1).getFileName()).isEqualTo("F202609001.pdf");
        assertThat(parts.getBodyPart(1).getInputStream().readAllBytes()).isEqualTo(own);
    }

    @Test
    void aDocumentOfOxygenesListIsMailedOnceItsPaperIsKept() {
        byte[] own = "%PDF-1.4 printed by Oxygène".getBytes(StandardCharsets.UTF_8);
        neighbour.has(List.of(Papers.imported(invoice).invoice()));
        order().then().statusCode(409).body("type", containsString("printed-by-oxygene"));

        PaperDocument listed = Papers.withOwnDocument(Papers.imported(invoice), Sha256.of(own));
        neighbour.has(List.of(listed.invoice())).keeps(listed.invoice(), own);
        order().then().statusCode(409).body("type", containsString("sender-missing"));
        neighbour.issues("Réseaux du Rhône", "facturation@rhone.example");

        order().then().statusCode(202).body("items[0].subject", equalTo("Facture F202609001 – Réseaux du Rhône"));
    }

    @Test
    void aQuoteGetsItsNumberByLeavingAndItsMailSaysDevis() throws Exception {
        PaperDocument draft = Papers.quote(invoice, null, LocalDate.of(2026, 9, 30));
        PaperDocument sent = Papers.quote(invoice, "D20260901", LocalDate.of(2026, 9, 30));
        neighbour.has(List.of()).numbers(draft.invoice(), sent.invoice());

        Response ordered = order();
        ordered.then().statusCode(202).body("items[0].number", equalTo("D20260901"));
        deed("approve");
        whenIs("SENT");

        assertThat(ordered.jsonPath().getString("items[0].subject")).isEqualTo("Devis D20260901 – Réseaux du Rhône");
        assertThat(ordered.jsonPath().getString("items[0].text"))
                .contains("notre devis n° D20260901 du 01/09/2026", "valable jusqu'au 30/09/2026", "Bon pour accord")
                .doesNotContain("payable", "Factur-X");
        BodyPart attached = ((MimeMultipart) mail.received()[0].getContent()).getBodyPart(1);
        assertThat(attached.getFileName()).isEqualTo("D20260901.pdf");
        assertThat(delivery().getBoolean("electronic")).isFalse();
    }

    @Test
    void aMailThatWasWrittenBeforeOxygenesPaperWasPutDoesNotLeave() {
        byte[] own = "%PDF-1.4 printed by Oxygène".getBytes(StandardCharsets.UTF_8);
        order();
        PaperDocument printed = Papers.withOwnDocument(invoice, Sha256.of(own));
        neighbour.has(List.of(printed.invoice())).keeps(printed.invoice(), own);

        deed("approve").then().statusCode(409).body("type", containsString("document-changed"));

        deed("cancel").then().statusCode(200);
        order().then().statusCode(202).body("items[0].ownDocument", equalTo(true));
    }

    @Test
    void aQuoteThatWasReopenedIsMailedOnceMore() {
        PaperDocument draft = Papers.quote(invoice, null, LocalDate.of(2026, 9, 30));
        PaperDocument sent = Papers.quote(invoice, "D20260901", LocalDate.of(2026, 9, 30));
        neighbour.has(List.of()).numbers(draft.invoice(), sent.invoice());
        order();
        deed("approve");
        whenIs("SENT");
        order().then().statusCode(200).body("items[0].status", equalTo("SENT"));

        neighbour.reopens();
        order().then().statusCode(202).body("items[0].status", equalTo("WAITING"));
        order().then().statusCode(200);

        Caller.READER.calls().get("/api/v1/deliveries").then().body("items", hasSize(2));
    }

    @Test
    void aQuoteThatNobodyCanAcceptIsNotMailed() {
        PaperDocument declined = Papers.declined(invoice);
        neighbour.has(List.of()).hasQuotes(declined.invoice());

        order().then().statusCode(409).body("type", containsString("quote-closed"));
    }

    @Test
    void aDeedNeedsNeitherABodyNorAContentType() {
        order();

        Caller.OPERATOR
                .calls()
                .post("/api/v1/deliveries/" + delivery().getString("id") + "/cancel")
                .then()
                .statusCode(200);
        Caller.OPERATOR.uploads().post("/api/v1/deliveries").then().statusCode(400);
        Caller.OPERATOR.uploads().post("/api/v1/exports").then().statusCode(400);
    }

    private Response order() {
        return order(invoice);
    }

    private static Response order(PaperDocument document) {
        return Caller.OPERATOR
                .calls()
                .body("{\"invoiceIds\":[\"%s\"]}".formatted(document.invoice().id()))
                .post("/api/v1/deliveries");
    }

    private static JsonPath delivery() {
        return JsonPath.from(Caller.READER.calls().get("/api/v1/deliveries").asString())
                .setRootPath("items[0]");
    }

    private static Response deed(String name) {
        return Caller.OPERATOR.uploads().post("/api/v1/deliveries/" + delivery().getString("id") + "/" + name);
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
