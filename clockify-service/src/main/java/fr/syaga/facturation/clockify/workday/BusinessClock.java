package fr.syaga.facturation.clockify.workday;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import fr.syaga.facturation.edge.BusinessDate;

/** Now; a fixed day is looked at from the end of its working hours, and timers start and stop then. */
@ApplicationScoped
public class BusinessClock {

    private final WorkingHours workingHours;
    private final BusinessDate businessDate;

    BusinessClock(WorkingHours workingHours, BusinessDate businessDate) {
        this.workingHours = workingHours;
        this.businessDate = businessDate;
    }

    public Instant now() {
        return businessDate.isFixed()
                ? businessDate
                        .today()
                        .atTime(workingHours.end())
                        .atZone(businessDate.zone())
                        .toInstant()
                : Instant.now();
    }
}
