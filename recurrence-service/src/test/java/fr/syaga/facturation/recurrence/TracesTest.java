package fr.syaga.facturation.recurrence;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import fr.syaga.facturation.testing.RealPostgres;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

/** Switched on by one setting, traces of a request and of its calls to neighbours come to the collector. */
@QuarkusTest
@TestProfile(TracesTest.SwitchedOn.class)
@QuarkusTestResource(RealPostgres.class)
@QuarkusTestResource(InvoiceServiceStub.class)
class TracesTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    @Inject
    AgroalDataSource database;

    /** The one setting; the protocol is one that the test's collector understands. */
    public static class SwitchedOn implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.otel.sdk.disabled", "false", "quarkus.otel.exporter.otlp.protocol", "http/protobuf");
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(Collector.class));
        }
    }

    /** Takes whatever comes. */
    public static class Collector implements QuarkusTestResourceLifecycleManager {

        private static WireMockServer server;

        @Override
        public Map<String, String> start() {
            server = new WireMockServer(options().dynamicPort());
            server.start();
            server.stubFor(any(anyUrl()).willReturn(ok()));
            return Map.of("quarkus.otel.exporter.otlp.endpoint", server.baseUrl());
        }

        @Override
        public void stop() {
            server.stop();
        }

        static String received() {
            StringBuilder all = new StringBuilder();
            server.getAllServeEvents()
                    .forEach(
                            event -> all.append(new String(event.getRequest().getBody(), StandardCharsets.ISO_8859_1)));
            return all.toString();
        }
    }

    @Test
    void aRequestAndItsCallsToTheNeighbourAreOneTrace() throws Exception {
        RecurrenceApi.startsEmpty(database);

        RecurrenceApi.analyse();

        assertThat(InvoiceServiceStub.traceParents())
                .isNotEmpty()
                .allSatisfy(parent -> assertThat(parent).isNotNull());
        Awaitility.await()
                .atMost(SOON)
                .untilAsserted(() -> assertThat(Collector.received())
                        .contains("recurrence-service", "/api/v1/analyses", "/api/v1/invoices/stream"));
    }
}
