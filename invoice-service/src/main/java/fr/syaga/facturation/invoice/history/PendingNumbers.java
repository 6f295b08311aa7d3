package fr.syaga.facturation.invoice.history;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** All rows of the list that wait for a person. */
@ApplicationScoped
class PendingNumbers implements PanacheRepositoryBase<PendingNumber, String> {}
