package fr.syaga.facturation.clockify.sync;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.narayana.jta.QuarkusTransaction;

import fr.syaga.facturation.clockify.api.DetailedReport;
import fr.syaga.facturation.clockify.timesheet.TimeEntries;
import fr.syaga.facturation.clockify.timesheet.TimeEntry;
import fr.syaga.facturation.clockify.webhook.Rereads;
import fr.syaga.facturation.edge.BusinessDate;

/** Clockify's ids of the entries that a reading should find: those that we know, and those that a webhook named. */
@ApplicationScoped
class ExpectedEntries {

    private final TimeEntries entries;
    private final Rereads rereads;
    private final BusinessDate businessDate;

    ExpectedEntries(TimeEntries entries, Rereads rereads, BusinessDate businessDate) {
        this.entries = entries;
        this.rereads = rereads;
        this.businessDate = businessDate;
    }

    List<String> running() {
        return QuarkusTransaction.requiringNew().call(() -> ids(entries.running()));
    }

    List<String> startedIn(DetailedReport report) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ids(entries.knownToClockify(
                        startOf(report.from()), startOf(report.to().plusDays(1)))));
    }

    /** Those that a webhook named before this moment. */
    List<String> toReread(Instant before) {
        return rereads.pending(before);
    }

    /** What was read since a webhook asked for it. */
    void reread(Collection<String> clockifyIds, Instant readSince) {
        rereads.done(clockifyIds, readSince);
    }

    private static List<String> ids(List<TimeEntry> entries) {
        return entries.stream()
                .map(TimeEntry::clockifyId)
                .filter(Objects::nonNull)
                .toList();
    }

    private Instant startOf(LocalDate day) {
        return day.atStartOfDay(businessDate.zone()).toInstant();
    }
}
