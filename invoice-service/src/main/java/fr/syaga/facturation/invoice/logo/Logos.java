package fr.syaga.facturation.invoice.logo;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The logo, once somebody brought one. */
@ApplicationScoped
class Logos implements PanacheRepositoryBase<Logo, Boolean> {

    Optional<Logo> known() {
        return findByIdOptional(true);
    }
}
