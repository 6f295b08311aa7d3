package fr.syaga.facturation.recurrence.invoicing;

import java.io.File;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import au.com.dius.pact.consumer.ConsumerPactRunnerKt;
import au.com.dius.pact.consumer.PactVerificationResult;
import au.com.dius.pact.consumer.model.MockProviderConfig;
import au.com.dius.pact.core.model.BasePact;
import au.com.dius.pact.core.model.DefaultPactReader;
import au.com.dius.pact.core.model.PactSpecVersion;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import fr.syaga.facturation.recurrence.InvoiceServiceStub;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Our client asks what the file says, no more and no less, and reads what it answers; invoice-service proves the same file. Streams are
 * lines of JSON, which Pact cannot compare: the stories on the packaged services prove those.
 */
@QuarkusTest
@QuarkusTestResource(InvoiceServiceStub.class)
class InvoiceServicePactTest {

    private static final File PACT = new File("src/test/resources/pacts/recurrence-service-invoice-service.json");
    private static final UUID INVOICE = UUID.fromString("0b9f5d3e-0000-4000-8000-000000000001");
    private static final String RUN = "0b9f5d3e-0000-4000-8000-000000000003";

    @Inject
    ObjectMapper json;

    @Test
    void ourClientAsksWhatTheFileSaysAndReadsItsAnswers() {
        BasePact pact = (BasePact) DefaultPactReader.INSTANCE.loadPact(PACT);

        PactVerificationResult result = ConsumerPactRunnerKt.runConsumerTest(
                pact, MockProviderConfig.createDefault(PactSpecVersion.V3), (server, context) -> {
                    asks(new InvoicingClient(
                            QuarkusRestClientBuilder.newBuilder()
                                    .baseUri(URI.create(server.getUrl()))
                                    .build(InvoicingApi.class),
                            json));
                    return null;
                });

        assertThat(result).isInstanceOf(PactVerificationResult.Ok.class);
    }

    private static void asks(InvoicingClient client) {
        assertThat(client.find(List.of(INVOICE)).get(INVOICE))
                .isEqualTo(new InvoicingClient.Found(InvoiceState.ISSUED, "F20250731"));
        assertThat(client.customers()).containsExactly(new Customer("PACT", "PACT SARL", List.of("PACT")));
        List<DraftResult> results = client.draft(List.of(
                draft("PACT", "contract:pact:2025-08-01", "0b9f5d3e-0000-4000-8000-000000000002"),
                draft("NOBODY", "contract:nobody:2025-08-01", "0b9f5d3e-0000-4000-8000-000000000004")));
        assertThat(results).extracting(DraftResult::isRefused).containsExactly(false, true);
        assertThat(results.get(1).reason()).contains("NOBODY");
    }

    private static Draft draft(String customer, String reference, String contract) {
        return new Draft(
                customer,
                "INVOICE",
                "RECURRENCE",
                reference,
                LocalDate.of(2025, 8, 1),
                LocalDate.of(2025, 8, 1),
                LocalDate.of(2025, 8, 31),
                "Maintenance",
                contract,
                RUN,
                List.of(new Draft.Line(null, "Maintenance", BigDecimal.ONE, new BigDecimal("500.00"))),
                true);
    }
}
