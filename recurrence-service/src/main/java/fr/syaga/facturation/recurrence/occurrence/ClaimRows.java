package fr.syaga.facturation.recurrence.occurrence;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Claims and settles hundreds of occurrences in one statement each, where nothing is known of them that a person must be asked about. */
@ApplicationScoped
class ClaimRows {

    /** Those that exist stay as they are. They are written in one order, so that nobody waits in a circle. */
    private static final String CLAIM = """
            insert into occurrence (id, contract_id, period_from, period_to, service_from, service_to, due_on, net_amount, label,
                                    article_code, subject, scope, approve, run_id, status, problem)
            select fresh.id, fresh.contract_id, fresh.period_from, fresh.period_to, service_from, service_to, due_on, net_amount,
                   label, article_code, subject, cast(scope as jsonb), approve,
                   case when claimed then cast(:run as uuid) end,
                   case when not claimed then 'OPEN' when shared.period_from is null then 'CLAIMED' else 'FAILED' end,
                   case when shared.period_from is not null
                        then format(cast(:shared as text), fresh.period_from, fresh.period_to,
                                    shared.period_from, shared.period_to) end
            from unnest(cast(:ids as uuid[]), cast(:contracts as uuid[]), cast(:from as date[]), cast(:to as date[]),
                        cast(:serviceFrom as date[]), cast(:serviceTo as date[]), cast(:dueOn as date[]),
                        cast(:net as numeric[]), cast(:labels as text[]), cast(:articles as text[]),
                        cast(:subjects as text[]), cast(:scopes as text[]), cast(:approve as boolean[]),
                        cast(:claimed as boolean[]))
                 as fresh (id, contract_id, period_from, period_to, service_from, service_to, due_on, net_amount, label,
                           article_code, subject, scope, approve, claimed)
            left join lateral (
                select other.period_from, other.period_to from occurrence other
                where claimed and other.contract_id = fresh.contract_id and other.period_from <> fresh.period_from
                    and other.period_from <= fresh.period_to and other.period_to >= fresh.period_from
                    and other.status in ('CLAIMED', 'INVOICED')
                order by other.period_from limit 1) shared on true
            order by fresh.contract_id, fresh.period_from
            on conflict on constraint occurrence_of_a_contract_and_period_exists_once do nothing
            returning id, problem""";

    private static final String INVOICED = """
            with settled as (
                select id, invoice from occurrence
                join unnest(cast(:ids as uuid[]), cast(:invoices as uuid[])) as made (id, invoice) using (id)
                order by contract_id, period_from for update of occurrence)
            update occurrence set status = 'INVOICED', invoice_id = settled.invoice, problem = null
            from settled where occurrence.id = settled.id""";

    private final EntityManager database;
    private final ObjectMapper json;

    ClaimRows(EntityManager database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /**
     * Waits until no other run claims, and lets none claim until the transaction ends: two runs that know two calendars of a contract
     * would each see days that are free. The lock comes first, so that the next statement sees what the other one claimed.
     */
    void oneAtATime() {
        database.createNativeQuery("select 1 from pg_advisory_xact_lock(8082001)", Integer.class)
                .getSingleResult();
    }

    /**
     * Writes fresh occurrences: those that a run claimed, unless they share days with what was sent for another period of their
     * contract, and open ones. Inside a transaction.
     *
     * @param shared what to say of shared days: the months themselves from and to, then the others from and to
     * @return by the id of those that did not exist before: what was found wrong with them, else null
     */
    Map<UUID, String> insert(List<Occurrence> fresh, UUID runId, String shared) {
        List<?> rows = database.createNativeQuery(CLAIM)
                .setParameter("run", runId)
                .setParameter("shared", shared)
                .setParameter("ids", array(fresh, Occurrence::id, UUID[]::new))
                .setParameter("contracts", array(fresh, Occurrence::contractId, UUID[]::new))
                .setParameter("from", array(fresh, Occurrence::periodFrom, LocalDate[]::new))
                .setParameter("to", array(fresh, Occurrence::periodTo, LocalDate[]::new))
                .setParameter("serviceFrom", array(fresh, Occurrence::serviceFrom, LocalDate[]::new))
                .setParameter("serviceTo", array(fresh, Occurrence::serviceTo, LocalDate[]::new))
                .setParameter("dueOn", array(fresh, Occurrence::dueOn, LocalDate[]::new))
                .setParameter("net", array(fresh, Occurrence::netAmount, BigDecimal[]::new))
                .setParameter("labels", array(fresh, each -> each.text().label(), String[]::new))
                .setParameter("articles", array(fresh, each -> each.text().articleCode(), String[]::new))
                .setParameter("subjects", array(fresh, each -> each.text().subject(), String[]::new))
                .setParameter("scopes", array(fresh, each -> json(each.text().scope()), String[]::new))
                .setParameter("approve", array(fresh, Occurrence::approve, Boolean[]::new))
                .setParameter("claimed", array(fresh, Occurrence::isFixed, Boolean[]::new))
                .getResultList();
        Map<UUID, String> problems = new HashMap<>();
        for (Object row : rows) {
            Object[] columns = (Object[]) row;
            problems.put((UUID) columns[0], (String) columns[1]);
        }
        return problems;
    }

    /** Writes down which invoice was made of each occurrence. Inside a transaction. */
    void invoiced(Map<UUID, UUID> invoices) {
        List<UUID> ids = List.copyOf(invoices.keySet());
        database.createNativeQuery(INVOICED)
                .setParameter("ids", ids.toArray(UUID[]::new))
                .setParameter("invoices", ids.stream().map(invoices::get).toArray(UUID[]::new))
                .executeUpdate();
    }

    private String json(List<String> scope) {
        try {
            return json.writeValueAsString(scope);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> T[] array(List<Occurrence> among, Function<Occurrence, T> value, IntFunction<T[]> array) {
        return among.stream().map(value).toArray(array);
    }
}
