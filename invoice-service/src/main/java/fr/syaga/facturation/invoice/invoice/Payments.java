package fr.syaga.facturation.invoice.invoice;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** All payments. */
@ApplicationScoped
class Payments implements PanacheRepositoryBase<Payment, UUID> {

    boolean has(UUID invoiceId, String reference) {
        return reference != null && count("invoiceId = ?1 and reference = ?2", invoiceId, reference) > 0;
    }
}
