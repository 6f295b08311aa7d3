package fr.syaga.facturation.recurrence.schedule;

import java.time.DayOfWeek;
import java.time.LocalDate;

/** What becomes of a due date on a Saturday or Sunday: it is kept, or moved to the next or the previous working day. */
public enum Weekends {
    KEEP {
        @Override
        public LocalDate move(LocalDate day) {
            return day;
        }
    },
    NEXT {
        @Override
        public LocalDate move(LocalDate day) {
            return isWeekend(day) ? move(day.plusDays(1)) : day;
        }
    },
    PREVIOUS {
        @Override
        public LocalDate move(LocalDate day) {
            return isWeekend(day) ? move(day.minusDays(1)) : day;
        }
    };

    /** The day on which what is due on {@code day} is dated; never more than two days away. */
    public abstract LocalDate move(LocalDate day);

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
