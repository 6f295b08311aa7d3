package fr.syaga.facturation.clockify.api.answer;

/** What the detailed report is asked for. */
public record ReportRequest(
        String dateRangeStart,
        String dateRangeEnd,
        String timeZone,
        String exportType,
        boolean rounding,
        String sortOrder,
        Filter detailedFilter) {

    /** Which page of it. */
    public record Filter(int page, int pageSize, String sortColumn, Options options) {}

    /** Sums are not read: they cost Clockify time. */
    public record Options(String totals) {}
}
