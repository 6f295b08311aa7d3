package fr.syaga.facturation.invoice.search;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.jpa.HibernateHints;

import fr.syaga.facturation.edge.Page;
import fr.syaga.facturation.invoice.invoice.Invoice;
import fr.syaga.facturation.invoice.invoice.Invoices;

/** Finds documents by a caller's filter, page by page or as a stream, in the order of the list. */
@ApplicationScoped
public class InvoiceSearch {

    private final Invoices invoices;

    InvoiceSearch(Invoices invoices) {
        this.invoices = invoices;
    }

    /** Up to {@code limit} + 1 documents after the place that a cursor stands for, to be looked at and not to be changed. */
    public List<Invoice> after(String cursor, InvoiceFilter.Where where, int limit) {
        return after(Page.keyOf(cursor, Place::parse), where, limit);
    }

    private List<Invoice> after(Optional<Place> place, InvoiceFilter.Where where, int limit) {
        place.ifPresent(after -> after.restrict(where));
        return invoices.find(where.clause() + " order by issuedOn, createdAt, id", where.parameters())
                .page(0, limit + 1)
                .withHint(HibernateHints.HINT_READ_ONLY, true)
                .list();
    }

    /** All documents of a filter, read in chunks so that memory stays flat; entities are detached chunk by chunk. */
    public Stream<Invoice> stream(InvoiceFilter filter) {
        return chunks(last -> after(Optional.ofNullable(last).map(Place::of), filter.where(), Invoices.CHUNK - 1));
    }

    /** Some fields of all documents of a filter, by their names, in the same order. */
    public Stream<Map<String, Object>> stream(InvoiceFilter filter, InvoiceFields fields) {
        return Chunks.of((Object[] last) -> rows(filter.where(), fields, last)).map(fields::named);
    }

    private List<Object[]> rows(InvoiceFilter.Where where, InvoiceFields fields, Object[] last) {
        if (last != null) {
            InvoiceFields.place(last).restrict(where);
        }
        var query = invoices.getEntityManager()
                .createQuery(
                        "%s from Invoice where %s order by issuedOn, createdAt, id"
                                .formatted(fields.select(), where.clause()),
                        Object[].class)
                .setMaxResults(Invoices.CHUNK);
        where.parameters().forEach(query::setParameter);
        return query.getResultList();
    }

    /** Documents by their ids, in their order of the list. */
    public Stream<Invoice> withIds(List<UUID> ids) {
        Iterator<UUID> left = ids.iterator();
        return chunks(last -> {
            List<UUID> next = new ArrayList<>();
            while (next.size() < Invoices.CHUNK && left.hasNext()) {
                next.add(left.next());
            }
            return next.isEmpty() ? List.of() : invoices.list("id in ?1", next);
        });
    }

    /** Each chunk is detached before the next one is read. */
    private Stream<Invoice> chunks(Function<Invoice, List<Invoice>> next) {
        return Chunks.of(last -> {
            invoices.getEntityManager().clear();
            return next.apply(last);
        });
    }

    public static String place(Invoice invoice) {
        return Place.of(invoice).toString();
    }

    /** Where a document stands in the list; what happens to it later, such as a number learnt, does not move it. */
    record Place(LocalDate issuedOn, Instant createdAt, UUID id) {

        static Place of(Invoice invoice) {
            return new Place(invoice.issuedOn(), invoice.createdAt(), invoice.id());
        }

        static Place parse(String text) {
            String[] parts = text.split(" ");
            return new Place(LocalDate.parse(parts[0]), Instant.parse(parts[1]), UUID.fromString(parts[2]));
        }

        /** Only what stands after it. */
        void restrict(InvoiceFilter.Where where) {
            where.and("(issuedOn, createdAt, id) > (:afterDate, :afterMoment, :afterId)", "afterDate", issuedOn);
            where.parameters().put("afterMoment", createdAt);
            where.parameters().put("afterId", id);
        }

        @Override
        public String toString() {
            return issuedOn + " " + createdAt + " " + id;
        }
    }
}
