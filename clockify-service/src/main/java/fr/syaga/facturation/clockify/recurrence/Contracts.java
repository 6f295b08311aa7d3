package fr.syaga.facturation.clockify.recurrence;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The remembered contracts: what goes on holding while recurrence-service is down. */
@ApplicationScoped
public class Contracts implements PanacheRepositoryBase<RememberedContract, UUID> {

    /**
     * Replaces what was remembered by what was read now.
     *
     * @return whether other days or hours are covered than before
     */
    public boolean replaceAll(List<Contract> told, Instant now) {
        List<RememberedContract> before = listAll();
        boolean changed = !coverage(told)
                .equals(coverage(
                        before.stream().map(RememberedContract::contract).toList()));
        before.forEach(getEntityManager()::detach);
        deleteAll();
        getEntityManager().flush();
        told.forEach(contract -> persist(new RememberedContract(contract)));
        getEntityManager()
                .createNativeQuery("insert into contract_reading (id, read_at) values (1, ?1)"
                        + " on conflict (id) do update set read_at = excluded.read_at")
                .setParameter(1, now)
                .executeUpdate();
        return changed;
    }

    private static Set<Contract.Coverage> coverage(List<Contract> contracts) {
        return contracts.stream().map(Contract::coverage).collect(Collectors.toSet());
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
