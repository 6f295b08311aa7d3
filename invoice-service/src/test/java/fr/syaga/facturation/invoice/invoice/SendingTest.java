package fr.syaga.facturation.invoice.invoice;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import fr.syaga.facturation.edge.FigureReader;
import fr.syaga.facturation.invoice.Ledger;
import fr.syaga.facturation.testing.Caller;
import fr.syaga.facturation.testing.Metrics;
import fr.syaga.facturation.testing.RealPostgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class SendingTest {

    private static final AtomicInteger NEXT = new AtomicInteger();

    @Inject
    FigureReader figures;

    @Test
    void whoGotADocumentIsKeptBesideWhenItLeft() {
        String id = Ledger.issued("SENT10", "envoi-1", "10", "F20250701");
        Ledger.reads("invoices/" + id).body("sentTo", hasSize(0));
        String first =
                "{\"sentAt\":\"2025-08-01T08:00:00Z\",\"recipients\":[\"compta@client.example\",\" Mme Durand \",\"\",null]}";

        Ledger.does(id, "sent", first)
                .statusCode(200)
                .body("sentAt", equalTo("2025-08-01T08:00:00Z"))
                .body("sentTo", equalTo(List.of("compta@client.example", "Mme Durand")));
        Ledger.does(id, "sent", first).statusCode(200);
        Ledger.does(id, "sent").statusCode(200).body("sentAt", equalTo("2025-08-01T08:00:00Z"));
        assertThat(Ledger.deeds(id)).containsExactly("APPROVED", "NUMBER_LEARNT", "SENT");

        Ledger.does(id, "sent", "{\"recipients\":[\"Le gérant <chef@client.example>\"]}")
                .statusCode(200)
                .body("sentAt", equalTo("2025-08-01T08:00:00Z"))
                .body(
                        "sentTo",
                        equalTo(List.of("compta@client.example", "Mme Durand", "Le gérant <chef@client.example>")));
        Ledger.reads("journal?invoiceId=" + id)
                .body("items[3].deed", equalTo("SENT"))
                .body("items[3].facts.sentTo", hasSize(3));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[\"a@b@c.example\"]",
                "[\"@client.example\"]",
                "[\"a b@client.example\"]",
                "[\"Nom\\r\\nBcc: x@y.example\"]",
                "\"x@y.example\"",
                "[\"a\\u0000b\"]"
            })
    void aRecipientThatIsNoneIsRefused(String recipients) {
        String id = Ledger.issued("SENT20", null, "10", "F202507%03d".formatted(200 + NEXT.incrementAndGet()));

        Ledger.does(id, "sent", "{\"recipients\":" + recipients + "}")
                .statusCode(400)
                .body("violations[0].field", startsWith("recipients"));
        Ledger.reads("invoices/" + id).body("sentAt", equalTo(null));
    }

    @Test
    void onlyWhatIsIssuedIsSent() {
        Ledger.customer("SENT30");
        String id = Ledger.written(Ledger.draft("SENT30", "envoi-3", "10")).getString("id");

        Ledger.does(id, "sent", "{\"recipients\":[\"x@y.example\"]}")
                .statusCode(409)
                .body("type", equalTo("urn:facturation:problem:wrong-state"));
        Caller.OPERATOR
                .uploads()
                .noContentType()
                .post("/api/v1/invoices/" + id + "/sent")
                .then()
                .statusCode(409);
    }

    @Test
    void whatWasIssuedDaysAgoAndNotSentIsCountedUntilItIs() {
        figures.look();
        double before = unsent();
        String id = Ledger.issued("SENT40", "envoi-4", "10", "F20250704");
        Ledger.imports(Ledger.row("F 20120701", "SENT41 - ANCIEN", "01/07/2012", "100", "119,6"));

        figures.look();
        assertThat(unsent()).isEqualTo(before + 1);
        Ledger.does(id, "sent").statusCode(200);
        figures.look();
        assertThat(unsent()).isEqualTo(before);
    }

    private static double unsent() {
        return Metrics.value("facturation_invoices_unsent");
    }
}
