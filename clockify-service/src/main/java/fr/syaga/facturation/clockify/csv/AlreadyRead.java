package fr.syaga.facturation.clockify.csv;

import java.math.BigDecimal;
import java.time.LocalDate;

import fr.syaga.facturation.clockify.rate.Hours;
import fr.syaga.facturation.clockify.timesheet.ReportedEntry;

/**
 * The rows of a file whose days were read from Clockify already.
 *
 * @param from the first of their days
 * @param to the last of their days
 * @param rows all of them, known and new ones
 * @param hours exact seconds as hours, half up to two decimals
 * @param notStored those of them that were new and left out
 */
record AlreadyRead(LocalDate from, LocalDate to, int rows, BigDecimal hours, int notStored) {

    /** Counts them row by row. */
    static final class Count {

        private LocalDate from;
        private LocalDate to;
        private int rows;
        private long seconds;

        void add(LocalDate day, ReportedEntry reported) {
            from = from == null || day.isBefore(from) ? day : from;
            to = to == null || day.isAfter(to) ? day : to;
            rows++;
            seconds += reported.end().getEpochSecond() - reported.start().getEpochSecond();
        }

        /** Null when no row is of such a day. */
        AlreadyRead result(int notStored) {
            return rows == 0 ? null : new AlreadyRead(from, to, rows, Hours.of(seconds), notStored);
        }
    }
}
