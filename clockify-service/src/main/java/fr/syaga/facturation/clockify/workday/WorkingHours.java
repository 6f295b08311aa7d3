package fr.syaga.facturation.clockify.workday;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import io.quarkus.runtime.Startup;

/** Tells working time from free time; settings that cannot be read stop the start. */
@Startup
@ApplicationScoped
public class WorkingHours {

    private static final String FRENCH = "FR";

    private final WorkdayConfig config;
    private final Set<LocalDate> holidays = new HashSet<>();
    private final Set<MonthDay> yearlyHolidays = new HashSet<>();
    private HolidayManager publicHolidays;

    WorkingHours(WorkdayConfig config) {
        this.config = config;
        config.holidays().stream().map(String::strip).forEach(this::addHoliday);
    }

    private void addHoliday(String holiday) {
        if (holiday.equalsIgnoreCase(FRENCH)) {
            publicHolidays = HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.FRANCE));
        } else if (holiday.length() > "07-14".length()) {
            holidays.add(LocalDate.parse(holiday));
        } else {
            yearlyHolidays.add(MonthDay.parse("--" + holiday));
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
                && !yearlyHolidays.contains(MonthDay.from(day))
                && !isPublicHoliday(day);
    }

    private boolean isPublicHoliday(LocalDate day) {
        return publicHolidays != null && publicHolidays.isHoliday(day, HolidayType.PUBLIC_HOLIDAY);
    }

    public LocalTime end() {
        return config.to();
    }
}
