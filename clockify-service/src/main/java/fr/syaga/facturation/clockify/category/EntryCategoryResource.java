package fr.syaga.facturation.clockify.category;

import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import fr.syaga.facturation.clockify.listing.TimeEntryView;
import fr.syaga.facturation.clockify.rate.HourlyRates;
import fr.syaga.facturation.clockify.timesheet.DraftCheck;
import fr.syaga.facturation.clockify.timesheet.Judge;
import fr.syaga.facturation.clockify.timesheet.TimeEntries;
import fr.syaga.facturation.clockify.timesheet.TimeEntry;
import fr.syaga.facturation.edge.Rejection;
import fr.syaga.facturation.edge.RequestValue;

/** A person's choice of an entry's category; it outlives every later sync. */
@Path("/api/v1/time-entries/{id}/category")
@Tag(name = "Time entries")
class EntryCategoryResource {

    private final TimeEntries entries;
    private final Categorisation categorisation;
    private final HourlyRates rates;
    private final DraftCheck drafts;

    EntryCategoryResource(TimeEntries entries, Categorisation categorisation, HourlyRates rates, DraftCheck drafts) {
        this.entries = entries;
        this.categorisation = categorisation;
        this.rates = rates;
        this.drafts = drafts;
    }

    @PUT
    @RolesAllowed("operator")
    public TimeEntryView choose(@PathParam("id") String id, @NotNull @Valid CategoryChoice choice) {
        UUID entryId = RequestValue.id("time entry", id);
        drafts.releaseGone(List.of(entryId));
        Judge judge = categorisation.judge();
        return QuarkusTransaction.requiringNew().call(() -> {
            entries.lock();
            TimeEntry entry = entries.findByIdOptional(entryId)
                    .filter(known -> !known.isDeleted())
                    .orElseThrow(() -> Rejection.notFound("time entry", id));
            entry.choose(choice.category(), choice.customerCode(), choice.reasonOrDefault());
            entries.judge(List.of(entry), judge);
            return TimeEntryView.of(entry, rates.prices());
        });
    }
}
