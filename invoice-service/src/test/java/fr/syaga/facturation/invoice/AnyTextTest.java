package fr.syaga.facturation.invoice;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fr.syaga.facturation.edge.PlainText;
import fr.syaga.facturation.testing.Caller;
import fr.syaga.facturation.testing.RealPostgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

/** Text that a person types or pastes: whatever it is, it is read back as it can be printed, or its field is named. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class AnyTextTest {

    private static final int TEXTS = 40;
    private static final String ODD =
            "\0\u0001\u0008\t\n\u000B\f\r\u001F \"'\\;<>&%_#{}$\u007F\u0085\u009F\u00A0\u00AD\u200B\u200F\u2028\u202E\u202F\u3000\uD800\uDC00\uFEFF\uFFFD\uFFFE\uFFFF";

    @Inject
    AgroalDataSource database;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "subject | {'customerCode':'ANY1','subject':%s,'lines':[{'description':'x','quantity':1,'unitPrice':1}]}",
                "purchaseOrder | {'customerCode':'ANY1','purchaseOrder':%s,'lines':[{'description':'x','quantity':1,'unitPrice':1}]}",
                "reference | {'customerCode':'ANY1','reference':%s,'lines':[{'description':'x','quantity':1,'unitPrice':1}]}",
                "contractId | {'customerCode':'ANY1','contractId':%s,'lines':[{'description':'x','quantity':1,'unitPrice':1}]}",
                "runId | {'customerCode':'ANY1','runId':%s,'lines':[{'description':'x','quantity':1,'unitPrice':1}]}",
                "lines[0].description | {'customerCode':'ANY1','lines':[{'description':%s,'quantity':1,'unitPrice':1}]}",
                "lines[0].articleCode | {'customerCode':'ANY1','lines':[{'description':'x','articleCode':%s,'quantity':1,'unitPrice':1}]}",
                "lines[0].unit | {'customerCode':'ANY1','lines':[{'description':'x','unit':%s,'quantity':1,'unitPrice':1}]}"
            })
    void anyTextOfADraftIsReadBackOrItsFieldIsNamed(String field, String draft) {
        Ledger.customer("ANY1");

        texts(field).forEach(text -> {
            Response written = Caller.OPERATOR
                    .calls()
                    .body(draft.replace('\'', '"').formatted(json(text)))
                    .post("/api/v1/invoices");

            if (accepted(written, field)) {
                Response read = Caller.READER.calls().get("/api/v1/invoices/" + written.path("id"));
                assertThat(read.statusCode()).isEqualTo(200);
                assertSame(read.path(field), text);
            }
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name | {'name':%s}",
                "aliases[0] | {'name':'x','aliases':[%s]}",
                "siren | {'name':'x','siren':%s}",
                "vatNumber | {'name':'x','vatNumber':%s}",
                "emails[0] | {'name':'x','emails':[%s]}",
                "electronicAddress | {'name':'x','electronicAddress':%s}",
                "purchaseOrder | {'name':'x','purchaseOrder':%s}",
                "oxygene.articleCode | {'name':'x','oxygene':{'articleCode':%s}}",
                "oxygene.paymentCode | {'name':'x','oxygene':{'paymentCode':%s}}",
                "addresses[0].line1 | {'name':'x','addresses':[{'kind':'BILLING','line1':%s}]}",
                "addresses[0].line2 | {'name':'x','addresses':[{'kind':'DELIVERY','line2':%s}]}",
                "addresses[0].postalCode | {'name':'x','addresses':[{'kind':'BILLING','postalCode':%s}]}",
                "addresses[0].city | {'name':'x','addresses':[{'kind':'BILLING','city':%s}]}",
                "addresses[0].country | {'name':'x','addresses':[{'kind':'BILLING','country':%s}]}"
            })
    void anyTextOfACustomerIsReadBackOrItsFieldIsNamed(String field, String details) {
        Ledger.customer("ANY2");

        texts(field).forEach(text -> {
            Response written = Caller.OPERATOR
                    .calls()
                    .body(details.replace('\'', '"').formatted(json(text)))
                    .put("/api/v1/customers/ANY2");

            if (accepted(written, field)) {
                Response read = Caller.READER.calls().get("/api/v1/customers/ANY2");
                assertThat(read.statusCode()).isEqualTo(200);
                // Former names are aliases too, in the order of the alphabet.
                if (!field.startsWith("aliases")) {
                    assertSame(read.path(field), text);
                }
            }
        });
    }

    @Test
    void aNewCustomerMayHaveAnyCodeThatCanBePrinted() {
        texts("code").forEach(text -> {
            Response written = Caller.OPERATOR
                    .calls()
                    .body("{\"name\":\"x\",\"code\":%s}".formatted(json(text)))
                    .post("/api/v1/customers");
            if (written.statusCode() != 409 && accepted(written, "code")) {
                assertSame(written.path("code"), text);
                Caller.READER
                        .calls()
                        .get("/api/v1/customers/{code}", written.<String>path("code"))
                        .then()
                        .statusCode(org.hamcrest.Matchers.lessThan(500));
            }
            Caller.READER
                    .calls()
                    .queryParam("q", text)
                    .get("/api/v1/invoices")
                    .then()
                    .statusCode(org.hamcrest.Matchers.lessThan(500));
        });
    }

    @ParameterizedTest
    @CsvSource({
        "'Remplacement écran\u000Bréf. 27 pouces', 'Remplacement écran réf. 27 pouces'",
        "'Sauve\u0001garde\uFFFE', Sauvegarde",
        "'Étude\u0085du \u0090réseau', 'Étude du réseau'"
    })
    void whatAWordProcessorPutsBetweenWordsIsNotKept(String pasted, String kept) {
        Ledger.customer("ANY3");

        String id = Ledger.written(
                        "{\"customerCode\":\"ANY3\",\"lines\":[{\"description\":%s,\"quantity\":1,\"unitPrice\":100,\"vatRate\":20}]}"
                                .formatted(json(pasted)))
                .getString("id");

        Ledger.reads("invoices/" + id).body("lines[0].description", equalTo(kept));
    }

    @Test
    void whatIsStoredWithControlCharactersLeavesWithoutThem() throws SQLException {
        Ledger.customer("ANY4");
        String id = Ledger.written(Ledger.draft("ANY4", "any-4", "10")).getString("id");
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("update customer set purchase_order = 'BC' || chr(1) || '7' where code = 'ANY4'");
            statement.execute("insert into customer_address (customer_code, position, kind, line1, city, country)"
                    + " values ('ANY4', 0, 'BILLING', ' ', '', 'FR')");
            statement.execute(
                    "update invoice_line set description = 'Pose' || chr(11) || 'écran' where invoice_id = '%s'"
                            .formatted(id));
            statement.execute(
                    "update invoice set customer_name = 'ANY' || chr(2) || '4', purchase_order = 'BC' || chr(31) || '8'"
                            + " where id = '%s'".formatted(id));
        }

        Ledger.reads("invoices/" + id)
                .body("lines[0].description", equalTo("Pose écran"))
                .body("customerName", equalTo("ANY4"));
        Ledger.reads("invoices/" + id + "/legal-mentions")
                .body("buyer.name", equalTo("ANY4"))
                .body("purchaseOrder", equalTo("BC 8"))
                .body("buyer.addresses[0].line1", nullValue())
                .body("missing", hasItem("buyer.address"));
        assertThat(Caller.READER
                        .calls()
                        .get("/api/v1/invoices/stream?customer=ANY4")
                        .asString())
                .contains("Pose écran")
                .doesNotContain("\\u000B");
    }

    @ParameterizedTest
    @CsvSource({
        "BLANK1, 'line1\":\" \",\"postalCode\":\"\",\"city\":\"'",
        "BLANK2, 'line1\":\"\u00A0\u200B\",\"postalCode\":\"69001\",\"city\":\"Lyon'",
        "BLANK3, 'line1\":\"1 rue du Port\",\"postalCode\":\"69001\",\"city\":\"\u202F'"
    })
    void anAddressOfBlanksIsAMissingMention(String code, String parts) {
        Caller.OPERATOR
                .calls()
                .body(
                        "{\"code\":\"%s\",\"name\":\"Vide SARL\",\"siren\":\"732829320\",\"addresses\":[{\"kind\":\"BILLING\",\"%s\",\"country\":\"FR\"}]}"
                                .formatted(code, parts))
                .post("/api/v1/customers")
                .then()
                .statusCode(201);
        String id = Ledger.written(Ledger.draft(code, code, "10")).getString("id");

        Ledger.reads("invoices/" + id + "/legal-mentions").body("missing", hasItem("buyer.address"));
    }

    /** Spaces around a text may be taken away; nothing else of what can be printed. */
    private static void assertSame(String read, String sent) {
        assertThat(seen(read)).isEqualTo(seen(PlainText.clean(sent)));
    }

    private static String seen(String text) {
        return PlainText.isBlank(text)
                ? ""
                : PlainText.withPlainSpaces(text).replaceAll("\\r\\n?", "\n").strip();
    }

    private static boolean accepted(Response answer, String field) {
        if (answer.statusCode() == 200 || answer.statusCode() == 201) {
            return true;
        }
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
        assertThat(answer.<String>path("violations[0].field"))
                .as(answer.asString())
                .startsWith(field.replaceAll("\\[0]$", ""));
        return false;
    }

    private static List<String> texts(String seed) {
        Random random = new Random(seed.hashCode());
        List<String> texts = new ArrayList<>(
                List.of(" ", "\u00A0", "é", "漢字", "😀", "\uD83D", "'; drop table invoice; --", "%s\\u0000"));
        while (texts.size() < TEXTS) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(12); i >= 0; i--) {
                text.append(
                        switch (random.nextInt(4)) {
                            case 0 -> String.valueOf(ODD.charAt(random.nextInt(ODD.length())));
                            case 1 -> Character.toString(random.nextInt(0x110000));
                            default -> Character.toString('0' + random.nextInt(75));
                        });
            }
            texts.add(text.toString());
        }
        return texts;
    }

    /** As JSON of ASCII alone, so that halves of surrogate pairs arrive as they are. */
    private static String json(String text) {
        return text.chars().mapToObj("\\u%04x"::formatted).collect(Collectors.joining("", "\"", "\""));
    }
}
