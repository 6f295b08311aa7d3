package fr.syaga.facturation.clockify.api.answer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import fr.syaga.facturation.clockify.timesheet.EntryDetails;
import fr.syaga.facturation.clockify.timesheet.EntryStatus;
import fr.syaga.facturation.clockify.timesheet.ReportedEntry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ClockifyJsonTest {

    private static final String SPAN =
            "\"timeInterval\":{\"start\":\"2025-06-03T10:00:00Z\",\"end\":\"2025-06-03T11:00:00Z\"}";
    private static final KnownNames NO_NAMES = new KnownNames(Map.of());

    @ParameterizedTest
    @ValueSource(strings = {"BREAK", "TIME_OFF", "HOLIDAY", "REGULAR"})
    void everyFormTellsTheTypeOfTime(String type) throws IOException {
        String entry = "{\"id\":\"a\",\"type\":\"%s\",%s}".formatted(type, SPAN);

        assertThat(read(entry, ReportRow.class).reported().status().type()).isEqualTo(type);
        assertThat(read(entry, HydratedEntry.class).reported().status().type()).isEqualTo(type);
        assertThat(read(entry, PlainEntry.class).reported(NO_NAMES).status().type())
                .isEqualTo(type);
    }

    @Test
    void theReportTellsOfAnInvoiceAndOfAnApproval() throws IOException {
        EntryStatus invoiced = read(
                        "{\"_id\":\"a\",\"invoicingInfo\":{\"invoiceId\":\"F-12\"},\"approvalStatus\":\"APPROVED\",%s}"
                                .formatted(SPAN),
                        ReportRow.class)
                .reported()
                .status();
        EntryStatus free = read(
                        "{\"_id\":\"a\",\"invoicingInfo\":null,\"approvalRequestId\":null,%s}".formatted(SPAN),
                        ReportRow.class)
                .reported()
                .status();

        assertThat(invoiced).isEqualTo(new EntryStatus(null, true, "F-12", "APPROVED"));
        assertThat(free).isEqualTo(EntryStatus.NOT_TOLD);
    }

    @Test
    void aRowOfTheReportIsReadWithItsNamesAndTags() throws IOException {
        ReportedEntry reported = read(
                        "{\"_id\":\"a\",\"id\":\"b\",\"userName\":\"Camille\",\"userEmail\":\"c@example.fr\","
                                + "\"clientName\":\" ACME \",\"projectName\":\"P\",\"taskName\":\"\",\"tags\":[{\"name\":\"nuit\"},{\"name\":\"site\"}],"
                                + "\"description\":\"D\",\"billable\":true,%s}".formatted(SPAN),
                        ReportRow.class)
                .reported();

        assertThat(reported.clockifyId()).isEqualTo("a");
        assertThat(reported.start()).isEqualTo(Instant.parse("2025-06-03T10:00:00Z"));
        assertThat(reported.details())
                .isEqualTo(new EntryDetails("Camille", "c@example.fr", "ACME", "P", null, "nuit, site", "D", true));
    }

    @Test
    void whatIsOfAnotherKindThanExpectedIsMissing() throws IOException {
        ReportedEntry reported = read(
                        "{\"id\":\"a\",\"description\":7,\"user\":\"me\",\"project\":[1],\"task\":3,\"tags\":\"x\",\"new\":{\"a\":[{}]},"
                                + "\"billable\":\"true\",\"invoicingInfo\":true,\"type\":{},%s}".formatted(SPAN),
                        HydratedEntry.class)
                .reported();

        assertThat(reported.details()).isEqualTo(new EntryDetails(null, null, null, null, null, null, null, true));
        assertThat(reported.status()).isEqualTo(EntryStatus.NOT_TOLD);
        assertThat(read("{\"a\":1}", PlainEntry[].class)).isNull();
        assertThat(read("{\"timeentries\":{}}", ReportPage.class).timeentries()).isNull();
        assertThat(read("{\"timeEntries\":[]}", ReportPage.class).timeentries()).isEqualTo(List.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"id\":\"a\"}", "{\"id\":\"a\",\"timeInterval\":3}", "7", "\"a\"", "[]", "null"})
    void anEntryWithoutIdOrStartIsUnreadable(String entry) {
        assertThatThrownBy(() -> ClockifyUnreadable.requireEntry(read(entry, HydratedEntry.class))
                        .reported())
                .isInstanceOf(ClockifyUnreadable.class)
                .hasMessage("An entry of Clockify's has no id or no start.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"id\":\"a\",\"timeInt", "<html></html>", "{\"tags\":[{\"name\""})
    void whatIsNoJsonIsRefused(String text) {
        assertThatThrownBy(() -> read(text, PlainEntry.class)).isInstanceOf(JsonProcessingException.class);
    }

    private static <T> T read(String text, Class<T> form) throws IOException {
        return ClockifyJson.read(text.getBytes(StandardCharsets.UTF_8), form);
    }
}
