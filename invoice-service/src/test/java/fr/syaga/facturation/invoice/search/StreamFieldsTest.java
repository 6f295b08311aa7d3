package fr.syaga.facturation.invoice.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;

import fr.syaga.facturation.invoice.Ledger;
import fr.syaga.facturation.testing.Caller;
import fr.syaga.facturation.testing.RealPostgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

/** A reader of very many documents names the fields that it needs. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class StreamFieldsTest {

    private static final String EVERY =
            "id,kind,status,origin,reference,number,customerCode,customerName,issuedOn,dueOn,periodFrom,periodTo,subject,purchaseOrder,netAmount,vatAmount,grossAmount,paidAmount,currency,creditOf,quoteId,contractId,runId,exportedAt,documentSha256,createdAt,version";

    @Test
    void aFieldAloneIsThatOfTheWholeDocument() {
        Ledger.imports(Ledger.row("F 20191201", "FIELD1 - MAISON DU \"LIN\"", "03/12/2019", "100", "120"));
        String id = Ledger.issued("FIELD1", "field-1", "33.33", "F20191202");
        Ledger.does(id, "exported", "{\"exportId\":\"E1\",\"key\":\"FIELD-1\"}").statusCode(200);
        Ledger.does(id, "credit-note").statusCode(201);

        List<String> whole = stream("customer=FIELD1");
        List<String> alone = stream("customer=FIELD1&fields=" + EVERY);

        assertThat(alone).hasSize(4).hasSameSizeAs(whole);
        assertThat(alone.get(3)).isEqualTo("{\"end\":true,\"count\":3}");
        for (int i = 0; i < 3; i++) {
            Map<String, Object> document = new JsonPath(whole.get(i)).getMap("$");
            Map<String, Object> fields = new JsonPath(alone.get(i)).getMap("$");
            assertThat(fields.keySet()).containsExactly(EVERY.split(","));
            assertThat(document).containsAllEntriesOf(fields);
        }
    }

    @Test
    void manyDocumentsKeepTheirOrderFromChunkToChunk() {
        List<String> rows = new ArrayList<>();
        for (int i = 1; i <= 1_201; i++) {
            rows.add(Ledger.row("F 201911" + "%04d".formatted(i), "FIELD2 - LIN", i % 28 + 1 + "/11/2019", "100", "120")
                    .replaceFirst(";(\\d)/", ";0$1/"));
        }
        Ledger.imports(rows.toArray(String[]::new)).body("imported", equalTo(1_201));

        List<String> alone = stream("customer=FIELD2&fields=number&fields=netAmount");

        assertThat(alone).hasSize(1_202).doesNotHaveDuplicates();
        assertThat(alone.get(0)).isEqualTo("{\"number\":\"F2019110028\",\"netAmount\":100.00}");
        assertThat(alone.stream().limit(1_201).map(line -> new JsonPath(line).getString("number")))
                .containsExactlyElementsOf(stream("customer=FIELD2").stream()
                        .limit(1_201)
                        .map(line -> new JsonPath(line).getString("number"))
                        .toList());
    }

    @Test
    void aFieldThatCannotBeReadAloneIsNamedWithThoseThatCan() {
        Ledger.reads("invoices/stream?fields=number,lines,sentAt")
                .statusCode(400)
                .body("violations[0].field", equalTo("fields"))
                .body("violations[0].message", containsString("lines, sentAt cannot be read alone"))
                .body("violations[0].message", containsString("netAmount"));
    }

    private static List<String> stream(String query) {
        return Caller.READER
                .calls()
                .get("/api/v1/invoices/stream?" + query)
                .asString()
                .lines()
                .toList();
    }
}
