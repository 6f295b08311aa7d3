package fr.syaga.facturation.invoice.invoice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import org.hibernate.Timeouts;
import org.hibernate.jpa.SpecHints;

import fr.syaga.facturation.edge.Rejection;
import fr.syaga.facturation.edge.RequestValue;
import fr.syaga.facturation.invoice.money.Money;

/** All documents, in the order of their date and of their making, which no later document disturbs. */
@ApplicationScoped
public class Invoices implements PanacheRepositoryBase<Invoice, UUID> {

    /** As many are read at once, and their lines with one query. */
    public static final int CHUNK = 500;

    /** Constants, and no parameters, let the database use the index of exactly these. */
    private static final String WITHOUT_FACTS = "status = ISSUED and origin <> HISTORY and legalFacts is null";

    /** The document with its lines, in one query. @throws Rejection 404 */
    public Invoice get(String id) {
        // As words and not as an entity graph, whose plan would be made anew with each call.
        return find("from Invoice i left join fetch i.lines where i.id = ?1", RequestValue.id("invoice", id))
                .list()
                .stream()
                .findFirst()
                .orElseThrow(() -> Rejection.notFound("invoice", id));
    }

    /** The document, locked until the transaction ends. @throws Rejection 404 */
    public Invoice lock(String id) {
        return findByIdOptional(RequestValue.id("invoice", id), LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> Rejection.notFound("invoice", id));
    }

    public Optional<Invoice> withReference(String reference) {
        return find("reference", reference).firstResultOptional();
    }

    /** Documents by their references; a reference that nobody used is absent. */
    public Map<String, Invoice> withReferences(Collection<String> references) {
        return references.isEmpty()
                ? Map.of()
                : list("reference in ?1", references).stream()
                        .collect(Collectors.toMap(Invoice::reference, Function.identity()));
    }

    /** Documents by their ids, locked in one order until the transaction ends; one that is gone is absent. */
    public Map<UUID, Invoice> lockAll(Collection<UUID> ids) {
        return find("id in ?1 order by id", ids).withLock(LockModeType.PESSIMISTIC_WRITE).stream()
                .collect(Collectors.toMap(Invoice::id, Function.identity()));
    }

    public Optional<Invoice> withKey(String idempotencyKey) {
        return find("idempotencyKey", idempotencyKey).firstResultOptional();
    }

    public Optional<Invoice> withNumber(String number) {
        return find("number", number).firstResultOptional();
    }

    /** The documents of these numbers; a list of new ones costs a look at the index. */
    public List<Invoice> withNumbers(Collection<String> numbers) {
        boolean noneIsTaken = getEntityManager()
                .createNativeQuery("select 1 from invoice where number = any(cast(?1 as text[])) limit 1")
                .setParameter(1, numbers.toArray(String[]::new))
                .getResultList()
                .isEmpty();
        return noneIsTaken ? List.of() : list("number in ?1", numbers);
    }

    /** Approved documents that Oxygène may have numbered: same customer, date and net amount. */
    public List<Invoice> awaitingNumber(String customerCode, LocalDate issuedOn, Money net) {
        return list(
                "status = ?1 and upper(customerCode) = upper(?2) and issuedOn = ?3 and netAmount = ?4 order by createdAt, id",
                InvoiceStatus.APPROVED,
                customerCode,
                issuedOn,
                net.amount());
    }

    /** Quotes whose last day is over and that nobody answered: said by whoever looks, so that no timer has to run. */
    public void expireQuotes(LocalDate today) {
        getEntityManager()
                .createNativeQuery(
                        "update invoice set status = 'EXPIRED', version = version + 1 where status = 'SENT' and valid_until < ?1")
                .setParameter(1, today)
                .executeUpdate();
    }

    /** What left for Oxygène under these keys, locked until the transaction ends. */
    public List<Invoice> exportedAs(Collection<String> keys) {
        List<String> all = List.copyOf(keys);
        List<Invoice> found = new ArrayList<>();
        for (int from = 0; from < all.size(); from += CHUNK) {
            found.addAll(find(
                            "dispatch.exportKey in ?1 order by id",
                            all.subList(from, Math.min(all.size(), from + CHUNK)))
                    .withLock(LockModeType.PESSIMISTIC_WRITE)
                    .list());
        }
        return found;
    }

    /** How many documents of our own were issued while nobody had said which company issues. */
    public long withoutFacts() {
        return count(WITHOUT_FACTS);
    }

    /** The first of them that nobody else holds, locked until the transaction ends. */
    public List<Invoice> lockWithoutFacts(int most) {
        return find(WITHOUT_FACTS + " order by issuedOn, createdAt, id")
                .page(0, most)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .withHint(SpecHints.HINT_SPEC_LOCK_TIMEOUT, Timeouts.SKIP_LOCKED_MILLI)
                .list();
    }

    /** The credit notes of an invoice, drafts too; cancelled ones do not count. */
    public List<Invoice> creditNotesOf(UUID invoiceId) {
        return list("creditOf = ?1 and status <> ?2", invoiceId, InvoiceStatus.CANCELLED);
    }
}
