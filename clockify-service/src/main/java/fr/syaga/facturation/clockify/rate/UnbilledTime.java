package fr.syaga.facturation.clockify.rate;

import java.time.LocalDate;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import fr.syaga.facturation.clockify.timesheet.EntryDetails;

/** Adds up the open time in the database: however much there is, no entry is kept in memory. */
@ApplicationScoped
public class UnbilledTime {

    private static final int FETCHED = 1000;

    private final EntityManager session;

    UnbilledTime(EntityManager session) {
        this.session = session;
    }

    /**
     * FACTURABLE time that is on no bill, one row for each client, project and customer. The caller closes the stream.
     *
     * @param byText also each description; it is null otherwise
     * @param byPersonAndDay also each person and day; they are null otherwise
     */
    @SuppressWarnings("unchecked")
    public Stream<Unbilled> read(boolean byText, boolean byPersonAndDay) {
        String text = byText ? "description" : "cast(null as text)";
        String whoAndWhen = byPersonAndDay
                ? "user_name, user_email, day"
                : "cast(null as text), cast(null as text), cast(null as date)";
        Stream<Object[]> rows = session.createNativeQuery("select client_name, project_name, customer_code, "
                        + text + ", " + whoAndWhen
                        + ", cast(sum(greatest(0, floor(extract(epoch from ended_at - started_at)) - covered_seconds)) as bigint)"
                        + " from time_entry where category = 'FACTURABLE' and billing_item is null and billed_by is null"
                        + " and deleted_at is null group by 1, 2, 3, 4, 5, 6, 7")
                .setHint("org.hibernate.fetchSize", FETCHED)
                .getResultStream();
        return rows.map(UnbilledTime::row);
    }

    private static Unbilled row(Object[] told) {
        EntryDetails details = new EntryDetails(
                (String) told[4],
                (String) told[5],
                (String) told[0],
                (String) told[1],
                null,
                null,
                (String) told[3],
                true);
        return new Unbilled(details, (String) told[2], day(told[6]), ((Number) told[7]).longValue());
    }

    private static LocalDate day(Object told) {
        return told instanceof java.sql.Date date ? date.toLocalDate() : (LocalDate) told;
    }
}
