package fr.syaga.facturation.clockify.listing;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

import fr.syaga.facturation.clockify.timesheet.Category;

/** Which entries to list; null asks for nothing. The order is (start, id). */
record EntryFilter(
        LocalDate from, LocalDate to, String customer, Category category, boolean uncategorised, String cursor) {

    /** A condition in the words of the query language, and its values. */
    record Query(String text, Map<String, Object> values) {}

    Query query() {
        StringBuilder text = new StringBuilder("deletedAt is null");
        Map<String, Object> values = new HashMap<>();
        and(text, values, "span.day >= :from", "from", from);
        and(text, values, "span.day <= :to", "to", to);
        and(text, values, "verdict.customerCode = :customer", "customer", customer);
        and(text, values, "verdict.category = :category", "category", category);
        if (uncategorised) {
            text.append(" and verdict.category is null");
        }
        EntryPlace.of(cursor).ifPresent(place -> after(text, values, place));
        return new Query(text.append(" order by span.startedAt, id").toString(), values);
    }

    private static void and(
            StringBuilder text, Map<String, Object> values, String condition, String name, Object value) {
        if (value != null) {
            text.append(" and ").append(condition);
            values.put(name, value);
        }
    }

    private static void after(StringBuilder text, Map<String, Object> values, EntryPlace place) {
        values.put("start", place.start());
        values.put("id", place.id());
        text.append(" and (span.startedAt > :start or (span.startedAt = :start and id > :id))");
    }
}
