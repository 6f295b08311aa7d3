package fr.syaga.facturation.clockify.conflict;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.narayana.jta.QuarkusTransaction;

import fr.syaga.facturation.clockify.category.Categorisation;
import fr.syaga.facturation.clockify.listing.EntryPlace;
import fr.syaga.facturation.clockify.listing.TimeEntryView;
import fr.syaga.facturation.clockify.rate.HourlyRates;
import fr.syaga.facturation.clockify.rate.PriceList;
import fr.syaga.facturation.clockify.timesheet.Judge;
import fr.syaga.facturation.clockify.timesheet.TimeEntries;
import fr.syaga.facturation.clockify.timesheet.TimeEntry;
import fr.syaga.facturation.edge.Page;
import fr.syaga.facturation.edge.Rejection;

/** Rows that contradict Clockify, and the person who settles them before Clockify's days are read again. */
@ApplicationScoped
public class Conflicts {

    private final TimeEntries entries;
    private final Categorisation categorisation;
    private final HourlyRates rates;

    Conflicts(TimeEntries entries, Categorisation categorisation, HourlyRates rates) {
        this.entries = entries;
        this.categorisation = categorisation;
        this.rates = rates;
    }

    Page<ConflictView> page(String cursor, int limit) {
        Judge judge = categorisation.judge();
        return QuarkusTransaction.requiringNew().call(() -> {
            List<TimeEntry> found = EntryPlace.of(cursor)
                    .map(place -> entries.inConflict(place.start(), place.id(), limit + 1))
                    .orElseGet(() -> entries.inConflict(null, null, limit + 1));
            Page<TimeEntry> page = Page.of(found, limit, EntryPlace::key);
            return new Page<>(views(page.items(), judge), page.nextCursor());
        });
    }

    public List<ConflictView> of(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Judge judge = categorisation.judge();
        return QuarkusTransaction.requiringNew().call(() -> views(entries.byIds(ids), judge));
    }

    private List<ConflictView> views(List<TimeEntry> rows, Judge judge) {
        PriceList prices = rates.prices();
        // All that they contradict comes with one query; each is then at hand.
        entries.byIds(rows.stream()
                .flatMap(row -> row.conflictsWith().stream())
                .distinct()
                .toList());
        return rows.stream()
                .filter(TimeEntry::isInConflict)
                .map(row -> ConflictView.of(
                        row, entries.findById(row.conflictsWith().orElseThrow()), judge.verdict(row), prices))
                .toList();
    }

    /** Both are true. */
    TimeEntryView keep(UUID id) {
        Judge judge = categorisation.judge();
        return QuarkusTransaction.requiringNew().call(() -> {
            TimeEntry row = locked(id);
            if (row.isDeleted()) {
                throw Rejection.conflict("row-dropped", "The row was dropped; track the time in Clockify instead.");
            }
            row.keepBoth();
            entries.judge(List.of(row), judge);
            return TimeEntryView.of(row, rates.prices());
        });
    }

    /** Clockify is right. */
    void drop(UUID id, Instant now) {
        QuarkusTransaction.requiringNew().run(() -> {
            TimeEntry row = locked(id);
            if (!row.isInConflict() && !row.isDeleted()) {
                throw Rejection.conflict(
                        "not-in-conflict", "The entry is no conflict: it was kept, or Clockify has it.");
            }
            row.delete(now);
        });
    }

    private TimeEntry locked(UUID id) {
        entries.lock();
        return entries.findByIdOptional(id)
                .filter(entry -> entry.clockifyId() == null)
                .orElseThrow(() -> Rejection.notFound("conflict", id.toString()));
    }
}
