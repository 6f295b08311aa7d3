package fr.syaga.facturation.recurrence.schedule;

import java.time.LocalDate;

/**
 * What becomes of a due date on a Saturday or Sunday: it is kept, or moved to the next or the previous working day. A due date on a
 * public holiday from Monday to Friday is kept; a date that moves never lands on one.
 */
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
            return firstWorkingDay(day, 1);
        }
    },
    PREVIOUS {
        @Override
        public LocalDate move(LocalDate day) {
            return firstWorkingDay(day, -1);
        }
    };

    /** The day on which what is due on {@code day} is dated; never more than four days away. */
    public abstract LocalDate move(LocalDate day);

    private static LocalDate firstWorkingDay(LocalDate due, int step) {
        LocalDate day = due;
        while (WorkingDays.isWeekend(due) && !WorkingDays.isOne(day)) {
            day = day.plusDays(step);
        }
        return day;
    }
}
