package fr.syaga.facturation.clockify.listing;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import fr.syaga.facturation.clockify.rate.HourlyRates;
import fr.syaga.facturation.clockify.rate.PriceList;
import fr.syaga.facturation.clockify.timesheet.Category;
import fr.syaga.facturation.clockify.timesheet.TimeEntries;
import fr.syaga.facturation.clockify.timesheet.TimeEntry;
import fr.syaga.facturation.edge.Page;
import fr.syaga.facturation.edge.Rejection;
import fr.syaga.facturation.edge.RequestValue;

/** The tracked time, entry by entry, with what was decided about each and why. */
@Path("/api/v1/time-entries")
@Tag(name = "Time entries")
class TimeEntryResource {

    /** Asks for what could not be categorised. */
    private static final String NO_CATEGORY = "NONE";

    private final TimeEntries entries;
    private final HourlyRates rates;

    TimeEntryResource(TimeEntries entries, HourlyRates rates) {
        this.entries = entries;
        this.rates = rates;
    }

    @GET
    @RolesAllowed("reader")
    @Transactional
    public Page<TimeEntryView> list(
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("customer") String customer,
            @QueryParam("category") String category,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") String limit) {
        boolean uncategorised = NO_CATEGORY.equalsIgnoreCase(category);
        RequestValue.ordered(from, to);
        EntryFilter filter = new EntryFilter(
                RequestValue.date("from", from),
                RequestValue.date("to", to),
                customer == null || customer.isBlank() ? null : customer,
                uncategorised ? null : RequestValue.oneOf(Category.class, "category", category),
                uncategorised,
                cursor);
        int size = Page.limit(RequestValue.number("limit", limit));
        EntryFilter.Query query = filter.query();
        List<TimeEntry> found =
                entries.find(query.text(), query.values()).range(0, size).list();
        PriceList prices = rates.prices();
        Page<TimeEntry> page = Page.of(found, size, EntryPlace::key);
        return new Page<>(
                page.items().stream()
                        .map(entry -> TimeEntryView.of(entry, prices))
                        .toList(),
                page.nextCursor());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("reader")
    @Transactional
    public TimeEntryView one(@PathParam("id") String id) {
        return entries.findByIdOptional(RequestValue.id("time entry", id))
                .filter(entry -> !entry.isDeleted())
                .map(entry -> TimeEntryView.of(entry, rates.prices()))
                .orElseThrow(() -> Rejection.notFound("time entry", id));
    }
}
