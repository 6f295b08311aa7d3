package fr.syaga.facturation.invoice.payment;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** All payments. */
@ApplicationScoped
class Payments implements PanacheRepositoryBase<Payment, UUID> {

    Optional<Payment> withReference(UUID invoiceId, String reference) {
        return reference == null
                ? Optional.empty()
                : find("invoiceId = ?1 and reference = ?2", invoiceId, reference)
                        .firstResultOptional();
    }

    Optional<Payment> reversalOf(Payment payment) {
        return find("reversalOf", payment.id()).firstResultOptional();
    }

    /** Payments of a document in the order in which they were told, reversals too. */
    List<Payment> of(UUID invoiceId) {
        return list("invoiceId = ?1 order by createdAt, id", invoiceId);
    }
}
