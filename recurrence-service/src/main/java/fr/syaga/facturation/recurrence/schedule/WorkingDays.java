package fr.syaga.facturation.recurrence.schedule;

import java.time.DayOfWeek;
import java.time.LocalDate;

import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;

/** The days on which people in France work: Monday to Friday without the eleven public holidays, those that move with Easter too. */
final class WorkingDays {

    private static final HolidayManager HOLIDAYS =
            HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.FRANCE));

    private WorkingDays() {}

    static boolean isOne(LocalDate day) {
        return !isWeekend(day) && !HOLIDAYS.isHoliday(day, HolidayType.PUBLIC_HOLIDAY);
    }

    static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
