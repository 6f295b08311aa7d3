package fr.syaga.facturation.clockify.api;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import fr.syaga.facturation.clockify.api.answer.ClockifyUnreadable;
import fr.syaga.facturation.clockify.api.answer.ReportPage;
import fr.syaga.facturation.clockify.api.answer.ReportRequest;
import fr.syaga.facturation.clockify.api.answer.ReportRow;

/**
 * Clockify's detailed report over some days. Its bounds are wall clock and not instants, so that it asks for a day more on
 * each side and leaves the exact cut to the reader; a free workspace refuses more than 31 days at once.
 */
public record DetailedReport(LocalDate from, LocalDate to) {

    public static final int PAGE_SIZE = 1000;

    /** Days that fit into one report once a day is added on each side. */
    public static final int MAX_DAYS = 29;

    ReportRequest request(int page) {
        return new ReportRequest(
                from.minusDays(1) + "T00:00:00.000Z",
                to.plusDays(1) + "T23:59:59.999Z",
                "UTC",
                "JSON",
                false,
                "ASCENDING",
                new ReportRequest.Filter(page, PAGE_SIZE, "DATE", new ReportRequest.Options("EXCLUDE")));
    }

    static List<ReportRow> rows(ReportPage page) {
        if (page == null || page.timeentries() == null) {
            throw ClockifyUnreadable.garbled("Clockify's report has no list of entries.");
        }
        return page.timeentries().stream().map(ClockifyUnreadable::requireEntry).toList();
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
