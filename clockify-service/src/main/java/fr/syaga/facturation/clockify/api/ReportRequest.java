package fr.syaga.facturation.clockify.api;

/** What the detailed report is asked for. */
record ReportRequest(
        String dateRangeStart,
        String dateRangeEnd,
        String timeZone,
        String exportType,
        boolean rounding,
        String sortOrder,
        Filter detailedFilter) {

    /** Which page of it. */
    record Filter(int page, int pageSize, String sortColumn, Options options) {}

    /** Sums are not read: they cost Clockify time. */
    record Options(String totals) {}
}
