package fr.syaga.facturation.invoice.document;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** All papers that Oxygène printed and somebody brought. */
@ApplicationScoped
class KeptDocuments implements PanacheRepositoryBase<KeptDocument, UUID> {}
