package fr.syaga.facturation.clockify.layout;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The layouts that wait for a person's yes, and those that have had an answer. */
@ApplicationScoped
class LayoutProposals implements PanacheRepositoryBase<LayoutProposal, String> {

    List<LayoutProposal> sorted() {
        return list("order by customerCode");
    }
}
