package fr.syaga.facturation.clockify.workday;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.runtime.Startup;

/** Tells working time from free time; settings that cannot be read stop the start. */
@Startup
@ApplicationScoped
public class WorkingHours {

    private final WorkdayConfig config;
    private final Set<LocalDate> holidays = new HashSet<>();
    private final Set<MonthDay> yearlyHolidays = new HashSet<>();

    WorkingHours(WorkdayConfig config) {
        this.config = config;
        for (String holiday : config.holidays()) {
            if (holiday.strip().length() > "07-14".length()) {
                holidays.add(LocalDate.parse(holiday.strip()));
            } else {
                yearlyHolidays.add(MonthDay.parse("--" + holiday.strip()));
            }
        }
    }

    /** People are expected to be at work. */
    public boolean areOn(ZonedDateTime at) {
        return isWorkday(at.toLocalDate()) && !at.toLocalTime().isBefore(config.from()) && !isAfterWork(at);
    }

    /** The working day is over, and it was one. */
    public boolean isOver(ZonedDateTime at) {
        return isWorkday(at.toLocalDate()) && isAfterWork(at);
    }

    private boolean isAfterWork(ZonedDateTime at) {
        return !at.toLocalTime().isBefore(config.to());
    }

    boolean isWorkday(LocalDate day) {
        return config.days().contains(day.getDayOfWeek())
                && !holidays.contains(day)
                && !yearlyHolidays.contains(MonthDay.from(day));
    }

    public LocalTime end() {
        return config.to();
    }
}
