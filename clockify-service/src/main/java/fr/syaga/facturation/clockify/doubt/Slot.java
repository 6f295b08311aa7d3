package fr.syaga.facturation.clockify.doubt;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

import fr.syaga.facturation.clockify.timesheet.Category;
import fr.syaga.facturation.clockify.timesheet.EntryDetails;
import fr.syaga.facturation.clockify.timesheet.EntryStatus;
import fr.syaga.facturation.clockify.timesheet.Span;

/**
 * When one person was at one thing: as much of a finished entry as tells whether its time can be.
 *
 * @param userEmail in small letters, or null
 * @param userName in small letters, or null
 * @param precisionSeconds 1 or 60, as in {@link Span}
 * @param type as in {@link EntryStatus}; null is regular
 * @param chosen the category that a person chose, or null
 * @param keptBeside the entry that a person said it is true beside, or null
 */
record Slot(
        UUID id,
        String userEmail,
        String userName,
        Instant start,
        Instant end,
        int precisionSeconds,
        String type,
        Category chosen,
        UUID keptBeside) {

    Slot {
        userEmail = userEmail == null ? null : userEmail.toLowerCase(Locale.ROOT);
        userName = userName == null ? null : EntryDetails.plain(userName).toLowerCase(Locale.ROOT);
    }

    /**
     * False for what may lie beside other time: a day off, a break, time of nobody known, and what a person decided not to bill
     * by the hour, because then it is the other one that was worked.
     */
    boolean competes() {
        boolean isDecided = chosen == Category.INTERNE || chosen == Category.FORFAIT;
        return !isDecided && !EntryStatus.isNobodysWork(type) && (userEmail != null || userName != null);
    }

    boolean isLongerThan(Duration longest) {
        return Duration.between(start, end).compareTo(longest) > 0;
    }

    boolean isOfSamePersonAs(Slot other) {
        return EntryDetails.isSameUser(userEmail, userName, other.userEmail, other.userName);
    }

    /** A person had both in view and said that both are true. */
    boolean isKeptBeside(Slot other) {
        return other.id.equals(keptBeside) || id.equals(other.keptBeside);
    }

    /** Both last at once, by more than the coarser precision of the two can explain; ends that touch do not. */
    boolean sharesTimeWith(Slot other) {
        return Span.overlap(start, end, other.start, other.end) > Math.max(precisionSeconds, other.precisionSeconds);
    }
}
