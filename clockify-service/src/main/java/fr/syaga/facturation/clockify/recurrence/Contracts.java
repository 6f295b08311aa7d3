package fr.syaga.facturation.clockify.recurrence;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The remembered contracts: what goes on holding while recurrence-service is down. */
@ApplicationScoped
public class Contracts implements PanacheRepositoryBase<RememberedContract, UUID> {

    /** Replaces what was remembered by what was told. */
    public void replaceAll(List<Contract> told, Instant now) {
        deleteAll();
        getEntityManager().flush();
        told.forEach(contract -> persist(new RememberedContract(contract)));
        getEntityManager()
                .createNativeQuery("insert into contract_reading (id, read_at) values (1, ?1)"
                        + " on conflict (id) do update set read_at = excluded.read_at")
                .setParameter(1, now)
                .executeUpdate();
    }

    public ContractBook book() {
        Instant asOf = (Instant) getEntityManager()
                .createNativeQuery("select read_at from contract_reading where id = 1", Instant.class)
                .getResultStream()
                .findFirst()
                .orElse(null);
        return new ContractBook(
                listAll().stream().map(RememberedContract::contract).toList(), asOf);
    }
}
