package fr.syaga.facturation.invoice.invoice;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import fr.syaga.facturation.edge.Rejection;
import fr.syaga.facturation.edge.RequestValue;
import fr.syaga.facturation.invoice.money.Money;

/** All documents, in the order of date, number (the customer's code before there is one) and id, which no later document disturbs. */
@ApplicationScoped
public class Invoices implements PanacheRepositoryBase<Invoice, UUID> {

    private static final int CHUNK = 500;

    /** @throws Rejection 404 */
    Invoice get(String id) {
        return findByIdOptional(RequestValue.id("invoice", id)).orElseThrow(() -> Rejection.notFound("invoice", id));
    }

    /** The document, locked until the transaction ends. @throws Rejection 404 */
    Invoice lock(String id) {
        return findByIdOptional(RequestValue.id("invoice", id), LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> Rejection.notFound("invoice", id));
    }

    Optional<Invoice> withReference(String reference) {
        return find("reference", reference).firstResultOptional();
    }

    Optional<Invoice> withKey(String idempotencyKey) {
        return find("idempotencyKey", idempotencyKey).firstResultOptional();
    }

    public Optional<Invoice> withNumber(String number) {
        return find("number", number).firstResultOptional();
    }

    public List<Invoice> withNumbers(Collection<String> numbers) {
        return list("number in ?1", numbers);
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

    /** The credit notes of an invoice, drafts too; cancelled ones do not count. */
    List<Invoice> creditNotesOf(UUID invoiceId) {
        return list("creditOf = ?1 and status <> ?2", invoiceId, InvoiceStatus.CANCELLED);
    }

    /** Up to {@code limit} + 1 documents after a place in the list. */
    List<Invoice> after(Optional<String> place, InvoiceFilter.Where where, int limit) {
        place.map(Place::parse).ifPresent(after -> {
            where.and(
                    "(issuedOn, coalesce(number, customerCode), id) > (:afterDate, :afterNumber, :afterId)",
                    "afterDate",
                    after.issuedOn());
            where.parameters().put("afterNumber", after.number());
            where.parameters().put("afterId", after.id());
        });
        return find(where.clause() + " order by issuedOn, coalesce(number, customerCode), id", where.parameters())
                .page(0, limit + 1)
                .list();
    }

    /** All documents of a filter, read in chunks so that memory stays flat; entities are detached chunk by chunk. */
    Stream<Invoice> stream(InvoiceFilter filter) {
        return stream(filter::where);
    }

    /** All documents that an import brought, as {@link #stream(InvoiceFilter)} reads them. */
    public Stream<Invoice> importedBy(UUID importId) {
        return stream(() -> {
            InvoiceFilter.Where where = new InvoiceFilter.Where();
            where.and("importId = :importId", "importId", importId);
            return where;
        });
    }

    /** Documents by their ids, read in chunks and detached chunk by chunk. */
    public Stream<Invoice> withIds(List<UUID> ids) {
        return IntStream.iterate(0, from -> from < ids.size(), from -> from + CHUNK)
                .mapToObj(from -> {
                    getEntityManager().clear();
                    return list("id in ?1", ids.subList(from, Math.min(from + CHUNK, ids.size())));
                })
                .flatMap(List::stream);
    }

    private Stream<Invoice> stream(Supplier<InvoiceFilter.Where> where) {
        return StreamSupport.stream(new Chunks(where), false).flatMap(List::stream);
    }

    static String place(Invoice invoice) {
        return new Place(
                        invoice.issuedOn(),
                        invoice.number() == null ? invoice.customerCode() : invoice.number(),
                        invoice.id())
                .toString();
    }

    /** Where a document stands in the list. */
    private record Place(LocalDate issuedOn, String number, UUID id) {

        static Place parse(String text) {
            String[] parts = text.split("\\|", -1);
            try {
                return new Place(LocalDate.parse(parts[0]), parts[1], UUID.fromString(parts[2]));
            } catch (RuntimeException e) {
                throw Rejection.invalid("cursor", "is not a cursor of this list");
            }
        }

        @Override
        public String toString() {
            return issuedOn + "|" + number + "|" + id;
        }
    }

    private final class Chunks extends AbstractSpliterator<List<Invoice>> {

        private final Supplier<InvoiceFilter.Where> where;
        private Optional<String> place = Optional.empty();
        private boolean more = true;

        private Chunks(Supplier<InvoiceFilter.Where> where) {
            super(Long.MAX_VALUE, Spliterator.ORDERED);
            this.where = where;
        }

        @Override
        public boolean tryAdvance(Consumer<? super List<Invoice>> action) {
            if (!more) {
                return false;
            }
            getEntityManager().clear();
            List<Invoice> found = after(place, where.get(), CHUNK);
            more = found.size() > CHUNK;
            List<Invoice> chunk = more ? found.subList(0, CHUNK) : found;
            if (more) {
                place = Optional.of(place(chunk.get(CHUNK - 1)));
            }
            action.accept(chunk);
            return true;
        }
    }
}
