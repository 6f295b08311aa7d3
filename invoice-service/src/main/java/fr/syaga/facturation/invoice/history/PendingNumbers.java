package fr.syaga.facturation.invoice.history;

import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** All rows of the list that wait for a person. */
@ApplicationScoped
class PendingNumbers implements PanacheRepositoryBase<PendingNumber, String> {

    Set<String> numbers() {
        return streamAll().map(PendingNumber::number).collect(Collectors.toSet());
    }
}
