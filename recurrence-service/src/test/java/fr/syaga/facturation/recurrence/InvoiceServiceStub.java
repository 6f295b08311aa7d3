package fr.syaga.facturation.recurrence;

import java.util.List;
import java.util.stream.Collectors;

import com.github.tomakehurst.wiremock.client.WireMock;

import fr.syaga.facturation.recurrence.detection.DemoHistory;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

/** invoice-service as the tests need it: the demonstration's history and customers. */
public final class InvoiceServiceStub {

    private InvoiceServiceStub() {}

    /** The demonstration's documents, one a line, with the trailer that proves that none is missing. */
    public static void serveDemoHistory(WireMock wireMock) {
        List<DemoHistory.Row> rows = DemoHistory.rows();
        String lines = rows.stream()
                .map(row ->
                        """
                        {"status":"ISSUED","number":"%s","customerCode":"%s","customerName":"%s","issuedOn":"%s","netAmount":%s}""".formatted(row.number(), row.customerCode(), row.customerName(), row.issuedOn(), row.net()))
                .collect(Collectors.joining("\n"));
        serveHistory(wireMock, lines + "\n{\"end\":true,\"count\":%d}\n".formatted(rows.size()));
    }

    public static void serveHistory(WireMock wireMock, String lines) {
        wireMock.register(get(urlPathEqualTo("/api/v1/invoices/stream"))
                .willReturn(aResponse()
                        .withStatus(200)
                        .withHeader("Content-Type", "application/x-ndjson")
                        .withBody(lines)));
    }

    public static void serveDemoCustomers(WireMock wireMock) {
        String items = DemoHistory.rows().stream()
                .collect(Collectors.toMap(DemoHistory.Row::customerCode, DemoHistory.Row::customerName, (a, b) -> b))
                .entrySet()
                .stream()
                .map(each -> """
                        {"code":"%s","name":"%s","aliases":[]}""".formatted(each.getKey(), each.getValue()))
                .collect(Collectors.joining(","));
        wireMock.register(get(urlPathEqualTo("/api/v1/customers"))
                .willReturn(okJson("{\"items\":[" + items + "],\"nextCursor\":null}")));
    }
}
