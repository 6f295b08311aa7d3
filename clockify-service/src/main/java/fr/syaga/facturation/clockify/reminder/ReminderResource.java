package fr.syaga.facturation.clockify.reminder;

import java.time.LocalDate;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import fr.syaga.facturation.clockify.workday.BusinessClock;
import fr.syaga.facturation.edge.BusinessDate;
import fr.syaga.facturation.edge.Page;

/** What should be put right now, whether or not people were told already. */
@Path("/api/v1/reminders")
@Tag(name = "Monitoring")
class ReminderResource {

    private final Reminders reminders;
    private final BusinessClock clock;
    private final BusinessDate businessDate;

    ReminderResource(Reminders reminders, BusinessClock clock, BusinessDate businessDate) {
        this.reminders = reminders;
        this.clock = clock;
        this.businessDate = businessDate;
    }

    @GET
    @RolesAllowed("reader")
    @Operation(
            summary =
                    "Missing, forgotten and undescribed timers, entries without a project, contracts close to overrun")
    public Page<Reminder> list() {
        LocalDate today = businessDate.today();
        return new Page<>(
                Stream.concat(reminders.checks(clock.now()).stream(), reminders.coachingReminders(today).stream())
                        .toList(),
                null);
    }
}
