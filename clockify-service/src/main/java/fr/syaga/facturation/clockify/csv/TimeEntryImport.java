package fr.syaga.facturation.clockify.csv;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.jboss.logging.Logger;

import fr.syaga.facturation.clockify.category.Categorisation;
import fr.syaga.facturation.clockify.conflict.ConflictView;
import fr.syaga.facturation.clockify.conflict.Conflicts;
import fr.syaga.facturation.clockify.doubt.Doubts;
import fr.syaga.facturation.clockify.mapping.ReportedNames;
import fr.syaga.facturation.clockify.merge.EntryMerge;
import fr.syaga.facturation.clockify.merge.FileRows;
import fr.syaga.facturation.clockify.merge.MergeCounts;
import fr.syaga.facturation.clockify.sync.DaysRead;
import fr.syaga.facturation.clockify.sync.SyncRuns;
import fr.syaga.facturation.clockify.timesheet.ReportedEntry;
import fr.syaga.facturation.edge.BusinessDate;
import fr.syaga.facturation.edge.Rejection;

/** Takes in an export: looks through it once to learn how it writes dates, then merges its rows batch by batch. */
@ApplicationScoped
class TimeEntryImport {

    private static final Logger LOG = Logger.getLogger(TimeEntryImport.class);
    private static final int BATCH = 4000;
    private static final int MAX_REJECTED = 1000;
    private static final int SHOWN_CONFLICTS = 100;

    private final EntryMerge merge;
    private final Conflicts conflicts;
    private final Categorisation categorisation;
    private final BusinessDate businessDate;
    private final SyncRuns runs;
    private final Doubts doubts;

    TimeEntryImport(
            EntryMerge merge,
            Conflicts conflicts,
            Categorisation categorisation,
            BusinessDate businessDate,
            SyncRuns runs,
            Doubts doubts) {
        this.merge = merge;
        this.conflicts = conflicts;
        this.categorisation = categorisation;
        this.businessDate = businessDate;
        this.runs = runs;
        this.doubts = doubts;
    }

    /**
     * Merges the rows of a file.
     *
     * @param asked the shape of dates that the caller named, or null
     * @param anyway stores what is new of days that were read from Clockify as well
     */
    ImportReport run(Path path, String fileName, DateShape asked, boolean anyway) {
        ClockifyCsv csv = new ClockifyCsv(path);
        CsvHeading heading = csv.heading();
        DateShape.Evidence dates = new DateShape.Evidence();
        ReportedNames names = new ReportedNames();
        csv.forEachRow(
                (line, fields) -> {
                    dates.add(heading.cell(fields, CsvColumn.START_DATE));
                    dates.add(heading.cell(fields, CsvColumn.END_DATE));
                    // A row without a day is rejected below, and nobody is to be mapped for it.
                    if (heading.cell(fields, CsvColumn.START_DATE) != null) {
                        names.add(heading.cell(fields, CsvColumn.CLIENT), heading.cell(fields, CsvColumn.PROJECT));
                    }
                },
                total -> {});
        DateShape shape = dates.decide(asked);
        categorisation.refreshIfPossible(names);
        Merging merging = new Merging(csv, shape, anyway);
        ImportReport report = merging.run(fileName);
        LOG.infof(
                "Imported %s: %d rows, %d new, %d updated, %d in conflict, %d rejected",
                fileName,
                report.rows(),
                report.imported(),
                report.updated(),
                report.inConflict(),
                report.rejected().size());
        return report;
    }

    /** The second reading of a file. */
    private final class Merging {

        private final ClockifyCsv csv;
        private final CsvRowReader reader;
        private final CsvTotals totals;
        private final MeasuredTime measured;
        private final DaysRead read;
        private final FileRows file;
        private final AlreadyRead.Count alreadyRead = new AlreadyRead.Count();
        private final List<ReportedEntry> batch = new ArrayList<>();
        private final List<ImportReport.RejectedRow> rejected = new ArrayList<>();
        private MergeCounts counts = MergeCounts.NONE;

        Merging(ClockifyCsv csv, DateShape shape, boolean anyway) {
            this.csv = csv;
            this.reader = new CsvRowReader(csv.heading(), shape, businessDate.zone());
            this.totals = new CsvTotals(csv.heading());
            this.measured = new MeasuredTime(csv.heading());
            this.read = QuarkusTransaction.requiringNew().call(runs::daysRead);
            this.file = new FileRows(day -> !anyway && read.has(day));
        }

        ImportReport run(String fileName) {
            csv.forEachRow(this::take, totals::readStatedTotal);
            flush();
            List<ConflictView> shown = conflicts.of(
                    file.inConflict().stream().limit(SHOWN_CONFLICTS).toList());
            return ImportReport.of(
                    fileName,
                    counts,
                    alreadyRead.result(counts.notStored()),
                    shown,
                    rejected,
                    warnings(),
                    categorisation.contractsAsOf());
        }

        private LocalDate day(Instant at) {
            return LocalDate.ofInstant(at, businessDate.zone());
        }

        private void take(long line, List<String> fields) {
            try {
                ReportedEntry reported = reader.read(fields);
                totals.add(reported, fields);
                measured.compare(line, reported, fields);
                batch.add(reported);
                LocalDate day = day(reported.start());
                if (read.has(day)) {
                    alreadyRead.add(day, reported);
                }
            } catch (DateTimeException e) {
                if (rejected.size() >= MAX_REJECTED) {
                    throw Rejection.unusableFile(
                            "not-a-time-export", "More than %d rows are no time entries.".formatted(MAX_REJECTED));
                }
                rejected.add(new ImportReport.RejectedRow(line, e.getMessage()));
            }
            if (batch.size() == BATCH) {
                flush();
            }
        }

        private void flush() {
            counts = counts.plus(merge.upsert(List.copyOf(batch), file, categorisation::judgeHere));
            batch.clear();
        }

        private List<String> warnings() {
            List<String> warnings = new ArrayList<>(totals.warnings());
            warnings.addAll(measured.warnings());
            warnings.addAll(doubts.sentences(file));
            if (!csv.heading().has(CsvColumn.CLIENT)) {
                warnings.add("The export has no column Client: its time belongs to no customer yet.");
            }
            return warnings;
        }
    }
}
