package fr.syaga.facturation.clockify.merge;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;

import io.agroal.api.AgroalDataSource;

import fr.syaga.facturation.clockify.timesheet.EntryDetails;
import fr.syaga.facturation.clockify.timesheet.EntryStatus;
import fr.syaga.facturation.clockify.timesheet.Span;
import fr.syaga.facturation.clockify.timesheet.TimeEntry;
import fr.syaga.facturation.clockify.timesheet.Verdict;
import fr.syaga.facturation.edge.TableCopy;

/**
 * New entries and sightings on their way into the database by COPY, in the transaction of the caller. What is stored this way
 * is unknown to the session: a caller that needs it there reads it again.
 */
@ApplicationScoped
class FreshEntries {

    private static final int NEW = 0;

    private static final String[] ENTRY = {
        "id",
        "clockify_id",
        "user_name",
        "user_email",
        "client_name",
        "project_name",
        "task_name",
        "tags",
        "description",
        "billable",
        "started_at",
        "ended_at",
        "precision_seconds",
        "day",
        "time_type",
        "invoiced",
        "invoiced_as",
        "approval",
        "customer_code",
        "category",
        "customer_by",
        "rule",
        "reason",
        "covered_seconds",
        "conflicts_with",
        "changed_since_billed",
        "released_by_person",
        "version"
    };

    private final AgroalDataSource database;

    FreshEntries(AgroalDataSource database) {
        this.database = database;
    }

    /** Stores entries that nobody chose or billed, because they were just made. */
    void store(Collection<TimeEntry> entries) {
        copy(entries.isEmpty(), "time_entry", ENTRY, rows -> entries.forEach(entry -> add(rows, entry)));
    }

    /** Stores rows that were seen for the first time; their entries are stored already. */
    void storeSightings(Collection<CsvSighting> sightings) {
        copy(
                sightings.isEmpty(),
                "csv_sighting",
                new String[] {"row_key", "occurrence", "entry_id"},
                rows -> sightings.forEach(
                        each -> rows.row(each.row().rowKey(), each.row().occurrence(), each.entryId())));
    }

    private static void add(TableCopy rows, TimeEntry entry) {
        EntryDetails details = entry.details();
        Span span = entry.span();
        EntryStatus status = entry.status();
        Verdict verdict = entry.verdict();
        rows.row(
                entry.id(),
                entry.clockifyId(),
                details.userName(),
                details.userEmail(),
                details.clientName(),
                details.projectName(),
                details.taskName(),
                details.tags(),
                details.description(),
                details.billable(),
                span.startedAt(),
                span.endedAt(),
                span.precisionSeconds(),
                span.day(),
                status.type(),
                status.invoiced(),
                status.invoice(),
                status.approval(),
                verdict.customerCode(),
                verdict.category(),
                verdict.customerBy(),
                verdict.rule(),
                verdict.reason(),
                verdict.coveredSeconds(),
                entry.conflictsWith().orElse(null),
                false,
                false,
                NEW);
    }

    private void copy(boolean isNothing, String table, String[] columns, Consumer<TableCopy> rows) {
        if (isNothing) {
            return;
        }
        try (Connection connection = database.getConnection()) {
            TableCopy copy = TableCopy.into(connection, table, columns);
            try {
                rows.accept(copy);
            } catch (RuntimeException e) {
                copy.abandon();
                throw e;
            }
            copy.close();
        } catch (SQLException e) {
            throw new IllegalStateException("The entries could not be reached", e);
        }
    }
}
