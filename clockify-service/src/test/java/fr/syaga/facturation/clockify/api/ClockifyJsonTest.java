package fr.syaga.facturation.clockify.api;

import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import fr.syaga.facturation.clockify.timesheet.EntryStatus;

import static org.assertj.core.api.Assertions.assertThat;

class ClockifyJsonTest {

    private static final String SPAN =
            "\"timeInterval\":{\"start\":\"2025-06-03T10:00:00Z\",\"end\":\"2025-06-03T11:00:00Z\"}";

    @ParameterizedTest
    @ValueSource(strings = {"BREAK", "TIME_OFF", "HOLIDAY", "REGULAR"})
    void everyFormTellsTheTypeOfTime(String type) throws JsonProcessingException {
        JsonNode entry = json("{\"id\":\"a\",\"type\":\"%s\",%s}".formatted(type, SPAN));

        assertThat(ClockifyJson.reportRow(entry).status().type()).isEqualTo(type);
        assertThat(ClockifyJson.hydrated(entry).status().type()).isEqualTo(type);
        assertThat(ClockifyJson.plain(entry, new ClockifyNames.Known(Map.of()))
                        .status()
                        .type())
                .isEqualTo(type);
    }

    @Test
    void theReportTellsOfAnInvoiceAndOfAnApproval() throws JsonProcessingException {
        EntryStatus invoiced = ClockifyJson.reportRow(json(
                        "{\"_id\":\"a\",\"invoicingInfo\":{\"invoiceId\":\"F-12\"},\"approvalStatus\":\"APPROVED\",%s}"
                                .formatted(SPAN)))
                .status();
        EntryStatus free = ClockifyJson.reportRow(
                        json("{\"_id\":\"a\",\"invoicingInfo\":null,\"approvalRequestId\":null,%s}".formatted(SPAN)))
                .status();

        assertThat(invoiced).isEqualTo(new EntryStatus(null, true, "F-12", "APPROVED"));
        assertThat(free).isEqualTo(EntryStatus.NOT_TOLD);
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return new ObjectMapper().readTree(text);
    }
}
