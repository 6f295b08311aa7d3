package fr.syaga.facturation.clockify.sync;

import java.time.LocalDate;

import fr.syaga.facturation.edge.Rejection;
import fr.syaga.facturation.edge.RequestValue;

/** Which days to read, both included; without them the last four weeks. */
record SyncRequest(String from, String to) {

    private static final int ROLLING_DAYS = 27;

    /** A span of days, both included. */
    record Days(LocalDate from, LocalDate to) {}

    static Days days(SyncRequest request, LocalDate today) {
        LocalDate to = request == null ? null : RequestValue.date("to", request.to());
        LocalDate from = request == null ? null : RequestValue.date("from", request.from());
        LocalDate last = to == null ? today : to;
        LocalDate first = from == null ? rollingFrom(last) : from;
        if (first.isAfter(last)) {
            throw Rejection.invalid("from", "is after 'to'");
        }
        return new Days(first, last);
    }

    /** The first of the days that are read each time. */
    static LocalDate rollingFrom(LocalDate last) {
        return last.minusDays(ROLLING_DAYS);
    }
}
