package fr.syaga.facturation.invoice.receivable;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import io.quarkus.security.identity.SecurityIdentity;
import org.jboss.logging.Logger;

import fr.syaga.facturation.edge.Rejection;
import fr.syaga.facturation.invoice.audit.InvoiceJournal;
import fr.syaga.facturation.invoice.invoice.Invoices;
import fr.syaga.facturation.invoice.journal.Journal;
import fr.syaga.facturation.invoice.journal.JournalEvent;
import fr.syaga.facturation.invoice.money.Money;
import fr.syaga.facturation.invoice.search.InvoiceSearch;

/**
 * Says that everything issued before a day is paid, and takes that back. It pays in two statements however many documents there
 * are; the journal has an entry for the deed and one for each document, as for every payment.
 */
@ApplicationScoped
class Settling {

    private static final Logger LOG = Logger.getLogger(Settling.class);
    private static final int LONGEST_SECONDS = 3600;

    private static final String OPEN = " from invoice where status = 'ISSUED' and issued_on < ?1"
            + " and coalesce(listed_outstanding, gross_amount - paid_amount) <> 0";

    /** Payments that nobody took back. */
    private static final String STANDING =
            " p.reversal_of is null and not exists (select 1 from payment r where r.reversal_of = p.id)";

    private final DeclaredSettlements settlements;
    private final Invoices invoices;
    private final InvoiceSearch search;
    private final Journal journal;
    private final SecurityIdentity caller;
    private final EntityManager database;

    Settling(
            DeclaredSettlements settlements,
            Invoices invoices,
            InvoiceSearch search,
            Journal journal,
            SecurityIdentity caller,
            EntityManager database) {
        this.settlements = settlements;
        this.invoices = invoices;
        this.search = search;
        this.journal = journal;
        this.caller = caller;
        this.database = database;
    }

    /** What would be settled: nothing is written. */
    @Transactional
    OpenSum open(LocalDate before) {
        Object[] sum = (Object[])
                database.createNativeQuery("""
                        select count(*) filter (where kind = 'INVOICE'), count(*) filter (where kind = 'CREDIT_NOTE'),
                            coalesce(sum(coalesce(listed_outstanding, gross_amount - paid_amount)), 0) """ + OPEN).setParameter(1, before).getSingleResult();
        return new OpenSum(((Number) sum[0]).longValue(), ((Number) sum[1]).longValue(), Money.of((BigDecimal) sum[2]));
    }

    /** Pays all that is open; said again while nothing came in between, it is the settlement that stands. */
    @Transactional
    @TransactionConfiguration(timeout = LONGEST_SECONDS)
    DeclaredSettlement settle(LocalDate before, String reason) {
        settlements.oneAtATime();
        database.createNativeQuery("select 1 " + OPEN + " order by id for update")
                .setParameter(1, before)
                .getResultList();
        OpenSum open = open(before);
        DeclaredSettlement known = settlements.standing(before).orElse(null);
        if (open.isNothing() && known != null) {
            return known;
        }
        DeclaredSettlement settlement = new DeclaredSettlement(
                UUID.randomUUID(), before, reason, caller.getPrincipal().getName(), open);
        settlements.persistAndFlush(settlement);
        pay(settlement);
        database.createNativeQuery("""
                        update invoice set paid_amount = paid_amount + p.amount,
                            listed_outstanding = listed_outstanding - p.amount,
                            settlement_id = p.settlement_id, version = version + 1
                        from payment p where p.invoice_id = invoice.id and p.settlement_id = ?1""").setParameter(1, settlement.id()).executeUpdate();
        long entry = tell(JournalEvent.SETTLED, settlement, open, reason, paid(settlement.id()));
        settlement = settlements.findById(settlement.id());
        settlement.journalled(entry);
        LOG.infof(
                "Settled all before %s: %d invoices, %d credit notes, %s euros",
                before, open.invoices(), open.creditNotes(), open.amount());
        return settlement;
    }

    private void pay(DeclaredSettlement settlement) {
        database.createNativeQuery("""
                        insert into payment (id, invoice_id, amount, paid_on, reference, settlement_id, created_at)
                        select gen_random_uuid(), id, coalesce(listed_outstanding, gross_amount - paid_amount), ?2, ?3, ?4, ?5 """ + OPEN)
                .setParameter(1, settlement.before())
                .setParameter(2, settlement.paidOn())
                .setParameter(3, "settlement-" + settlement.id())
                .setParameter(4, settlement.id())
                .setParameter(5, settlement.createdAt())
                .executeUpdate();
    }

    /** Takes back what it paid, but for payments that were taken back one by one. @throws Rejection 404 */
    @Transactional
    @TransactionConfiguration(timeout = LONGEST_SECONDS)
    DeclaredSettlement undo(UUID id, String reason) {
        settlements.oneAtATime();
        DeclaredSettlement settlement =
                settlements.findByIdOptional(id).orElseThrow(() -> Rejection.notFound("settlement", id));
        if (settlement.isUndone()) {
            return settlement;
        }
        database.createNativeQuery("select 1 from invoice where id in"
                        + " (select invoice_id from payment where settlement_id = ?1) order by id for update")
                .setParameter(1, id)
                .getResultList();
        Map<UUID, Money> taken = paid(id);
        database.createNativeQuery("""
                        update invoice set paid_amount = paid_amount - p.amount,
                            listed_outstanding = listed_outstanding + p.amount,
                            settlement_id = nullif(invoice.settlement_id, ?1), version = version + 1
                        from payment p where p.invoice_id = invoice.id and p.settlement_id = ?1 and """ + STANDING).setParameter(1, id).executeUpdate();
        database.createNativeQuery("""
                        insert into payment (id, invoice_id, amount, paid_on, reason, reversal_of, settlement_id, created_at)
                        select gen_random_uuid(), p.invoice_id, -p.amount, p.paid_on, ?2, p.id, p.settlement_id, ?3
                        from payment p where p.settlement_id = ?1 and """ + STANDING)
                .setParameter(1, id)
                .setParameter(2, reason)
                .setParameter(3, Instant.now())
                .executeUpdate();
        settlement.undone(reason);
        settlements.flush();
        OpenSum sum = settlement.sum();
        tell(JournalEvent.SETTLEMENT_UNDONE, settlement, sum, reason, taken);
        LOG.infof("Took back the settlement of all before %s: %d documents", settlement.before(), taken.size());
        return settlements.findById(id);
    }

    @SuppressWarnings("unchecked")
    private Map<UUID, Money> paid(UUID settlementId) {
        List<Object[]> rows = database.createNativeQuery(
                        "select p.invoice_id, p.amount from payment p where p.settlement_id = ?1 and " + STANDING)
                .setParameter(1, settlementId)
                .getResultList();
        Map<UUID, Money> paid = new LinkedHashMap<>();
        rows.forEach(row -> paid.put((UUID) row[0], Money.of((BigDecimal) row[1])));
        return paid;
    }

    /** The deed under the settlement's own id, then each document; entities are read afresh and detached chunk by chunk. */
    private long tell(
            JournalEvent deed, DeclaredSettlement settlement, OpenSum sum, String reason, Map<UUID, Money> paid) {
        UUID id = settlement.id();
        Map<String, Object> facts = new TreeMap<>();
        facts.put("settlementId", id.toString());
        facts.put("before", settlement.before());
        facts.put("reason", reason);
        facts.put("documents", paid.size());
        facts.put("amount", Money.sum(paid.values()).amount());
        facts.put("settledInvoices", sum.invoices());
        facts.put("settledCreditNotes", sum.creditNotes());
        Stream<Journal.Record> documents = search.withIds(new ArrayList<>(paid.keySet()))
                .map(invoice -> InvoiceJournal.settled(deed, invoice, id, paid.get(invoice.id())));
        return journal.write(Stream.concat(Stream.of(new Journal.Record(deed, id, facts)), documents)
                .iterator());
    }
}
