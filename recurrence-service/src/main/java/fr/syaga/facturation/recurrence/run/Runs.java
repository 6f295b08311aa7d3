package fr.syaga.facturation.recurrence.run;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** All runs. */
@ApplicationScoped
class Runs implements PanacheRepositoryBase<Run, UUID> {}
