package fr.syaga.facturation.clockify.billing.plan;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The runs so far. */
@ApplicationScoped
class BillingRunRecords implements PanacheRepositoryBase<BillingRunRecord, UUID> {}
