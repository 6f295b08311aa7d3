package fr.syaga.facturation.clockify.api;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Clockify's detailed report over some days. Its bounds are wall clock and not instants, so that it asks for a day more on
 * each side and leaves the exact cut to the reader; a free workspace refuses more than 31 days at once.
 */
public record DetailedReport(LocalDate from, LocalDate to) {

    public static final int PAGE_SIZE = 1000;

    /** Days that fit into one report once a day is added on each side. */
    public static final int MAX_DAYS = 29;

    ObjectNode request(int page) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("dateRangeStart", from.minusDays(1) + "T00:00:00.000Z")
                .put("dateRangeEnd", to.plusDays(1) + "T23:59:59.999Z")
                .put("timeZone", "UTC")
                .put("exportType", "JSON")
                .put("rounding", false)
                .put("sortOrder", "ASCENDING");
        body.putObject("detailedFilter")
                .put("page", page)
                .put("pageSize", PAGE_SIZE)
                .put("sortColumn", "DATE")
                .putObject("options")
                .put("totals", "EXCLUDE");
        return body;
    }

    static List<JsonNode> rows(JsonNode answer) {
        JsonNode rows = answer.has("timeentries") ? answer.path("timeentries") : answer.path("timeEntries");
        if (!rows.isArray()) {
            throw ClockifyUnreadable.garbled("Clockify's report has no list of entries.");
        }
        List<JsonNode> list = new ArrayList<>();
        rows.forEach(list::add);
        return list;
    }

    /** Cuts a span of days into reports. */
    public static List<DetailedReport> over(LocalDate from, LocalDate to) {
        List<DetailedReport> reports = new ArrayList<>();
        for (LocalDate start = from; !start.isAfter(to); start = start.plusDays(MAX_DAYS)) {
            LocalDate end = start.plusDays(MAX_DAYS - 1L);
            reports.add(new DetailedReport(start, end.isAfter(to) ? to : end));
        }
        return reports;
    }
}
