package fr.syaga.facturation.clockify.timesheet;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import fr.syaga.facturation.edge.Page;
import fr.syaga.facturation.edge.Rejection;

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
        Page.keyOf(cursor).ifPresent(key -> after(text, values, key));
        return new Query(text.append(" order by span.startedAt, id").toString(), values);
    }

    private static void and(
            StringBuilder text, Map<String, Object> values, String condition, String name, Object value) {
        if (value != null) {
            text.append(" and ").append(condition);
            values.put(name, value);
        }
    }

    static String key(TimeEntry entry) {
        return entry.startedAt() + " " + entry.id();
    }

    private static void after(StringBuilder text, Map<String, Object> values, String key) {
        try {
            String[] parts = key.split(" ");
            values.put("start", Instant.parse(parts[0]));
            values.put("id", UUID.fromString(parts[1]));
        } catch (RuntimeException e) {
            throw Rejection.invalid("cursor", "is not a cursor of this list");
        }
        text.append(" and (span.startedAt > :start or (span.startedAt = :start and id > :id))");
    }
}
