package fr.syaga.facturation.invoice.legal;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The issuer, once somebody said who that is. */
@ApplicationScoped
class Issuers implements PanacheRepositoryBase<Issuer, Boolean> {

    Optional<Issuer> known() {
        return findByIdOptional(true);
    }
}
