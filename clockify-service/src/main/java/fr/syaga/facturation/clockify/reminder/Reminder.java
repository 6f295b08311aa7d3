package fr.syaga.facturation.clockify.reminder;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Something to put right while it is still remembered.
 *
 * @param subject what exactly is meant: of one subject people are told once
 * @param entryId the entry that is meant, or null
 * @param userName the person that is meant, or null
 * @param message a sentence in French for the person it is for
 */
record Reminder(Kind kind, String subject, UUID entryId, String userName, LocalDate day, String message) {

    /** What is wrong. */
    enum Kind {
        NO_TIMER,
        TIMER_FORGOTTEN,
        TIMER_WITHOUT_DESCRIPTION,
        NO_PROJECT,
        BELOW_GOAL,
        FORFAIT_NEARLY_USED
    }

    static Reminder of(Kind kind, Object what, LocalDate day, String message) {
        return new Reminder(kind, subject(kind, what), null, null, day, message);
    }

    private static String subject(Kind kind, Object what) {
        return "reminder:%s:%s".formatted(kind, what);
    }

    static Reminder ofPerson(Kind kind, Object what, String userName, LocalDate day, String message) {
        return new Reminder(kind, subject(kind, what), null, userName, day, message);
    }

    static Reminder ofEntry(Kind kind, UUID entryId, String userName, LocalDate day, String message) {
        return new Reminder(kind, subject(kind, entryId), entryId, userName, day, message);
    }
}
