package fr.syaga.facturation.export.invoicing;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.junit.jupiter.api.Test;

import fr.syaga.facturation.export.Invoices;

import static org.assertj.core.api.Assertions.assertThat;

class InvoicingClientTest {

    private static final int MORE_THAN_ONE_CALL_TAKES = 120;

    private final ObjectMapper json = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    private final Map<String, Invoice> ledger = IntStream.range(0, MORE_THAN_ONE_CALL_TAKES)
            .mapToObj(i -> Invoices.time("C%03d".formatted(i), "1"))
            .collect(Collectors.toMap(invoice -> invoice.id().toString(), Function.identity()));

    @Test
    void theOrderInWhichManyIdsAreNamedDoesNotMatter() {
        List<String> ids = new ArrayList<>(ledger.keySet());
        List<UUID> oneWay = read(ids);
        Collections.reverse(ids);

        assertThat(read(ids))
                .isEqualTo(oneWay)
                .hasSize(MORE_THAN_ONE_CALL_TAKES)
                .isSorted();
    }

    private List<UUID> read(List<String> ids) {
        List<UUID> found = new ArrayList<>();
        new InvoicingClient(stub(), json).read(InvoiceQuery.ofIds(ids), invoice -> found.add(invoice.id()));
        return found;
    }

    private InvoicingApi stub() {
        return (InvoicingApi) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {InvoicingApi.class},
                (proxy, method, arguments) -> stream((List<?>) arguments[6]));
    }

    private InputStream stream(List<?> ids) throws Exception {
        StringBuilder lines = new StringBuilder();
        for (Object id : ids) {
            lines.append(json.writeValueAsString(ledger.get(id))).append('\n');
        }
        lines.append("{\"end\":true,\"count\":%d}\n".formatted(ids.size()));
        return new ByteArrayInputStream(lines.toString().getBytes(StandardCharsets.UTF_8));
    }
}
