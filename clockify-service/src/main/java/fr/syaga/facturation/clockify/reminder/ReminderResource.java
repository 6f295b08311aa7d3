package fr.syaga.facturation.clockify.reminder;

import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import fr.syaga.facturation.clockify.workday.WorkingHours;
import fr.syaga.facturation.edge.BusinessDate;
import fr.syaga.facturation.edge.Page;

/** What should be put right now, whether or not people were told already. */
@Path("/api/v1/reminders")
@Tag(name = "Monitoring")
class ReminderResource {

    private final Reminders reminders;
    private final WorkingHours workingHours;
    private final BusinessDate businessDate;

    ReminderResource(Reminders reminders, WorkingHours workingHours, BusinessDate businessDate) {
        this.reminders = reminders;
        this.workingHours = workingHours;
        this.businessDate = businessDate;
    }

    @GET
    @RolesAllowed("reader")
    @Operation(
            summary =
                    "Missing, forgotten and undescribed timers, entries without a project, contracts close to overrun")
    public Page<Reminder> list() {
        LocalDate today = businessDate.today();
        // A fixed day is looked at from the end of its working hours.
        Instant now = businessDate.isFixed()
                ? today.atTime(workingHours.end()).atZone(businessDate.zone()).toInstant()
                : Instant.now();
        return new Page<>(
                Stream.concat(reminders.checks(now).stream(), reminders.coachingReminders(today).stream())
                        .toList(),
                null);
    }
}
