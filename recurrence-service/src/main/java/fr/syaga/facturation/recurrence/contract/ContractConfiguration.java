package fr.syaga.facturation.recurrence.contract;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import fr.syaga.facturation.recurrence.invoicing.Customer;
import fr.syaga.facturation.recurrence.schedule.Schedule;

/**
 * The user's configuration file and the contracts, kept in step: what is loaded is written back equal, a contract changed
 * since shows its change, and a contract made since is added.
 */
@ApplicationScoped
class ContractConfiguration {

    private final Contracts contracts;
    private final EntityManager entities;

    ContractConfiguration(Contracts contracts, EntityManager entities) {
        this.contracts = contracts;
        this.entities = entities;
    }

    /** What became of a file: keys that are contracts now, and keys that found no customer. */
    record Loaded(List<Matched> matched, List<String> unmatched) {}

    /** A key and the contract it stands for. */
    record Matched(String key, String customerCode, UUID contractId, boolean created) {}

    @Transactional
    Loaded load(Map<String, ConfiguredContract> file, CustomerNames names, LocalDate today) {
        entities.createQuery("delete from ConfigEntry").executeUpdate();
        Instant now = Instant.now();
        Loaded loaded = new Loaded(new ArrayList<>(), new ArrayList<>());
        Set<UUID> taken = new HashSet<>();
        int position = 0;
        for (Map.Entry<String, ConfiguredContract> entry : file.entrySet()) {
            Customer customer = names.find(entry.getKey()).orElse(null);
            UUID contractId = null;
            if (customer == null) {
                loaded.unmatched().add(entry.getKey());
            } else {
                Contract known = known(customer.code(), entry.getValue(), taken, today);
                Contract contract = known == null ? write(customer, entry.getValue(), today) : known;
                if (known != null) {
                    known.change(terms(customer, entry.getValue(), known, today), today);
                }
                contractId = contract.id();
                taken.add(contractId);
                loaded.matched().add(new Matched(entry.getKey(), customer.code(), contractId, known == null));
            }
            entities.persist(new ConfigEntry(entry.getKey(), position++, entry.getValue(), contractId, now));
        }
        return loaded;
    }

    /** The file as it stands now. */
    @Transactional
    Map<String, ConfiguredContract> written(LocalDate today) {
        List<ConfigEntry> entries = entities.createQuery("from ConfigEntry order by position", ConfigEntry.class)
                .getResultList();
        Instant loadedAt = entries.isEmpty() ? Instant.MIN : entries.get(0).loadedAt();
        Map<String, ConfiguredContract> file = new LinkedHashMap<>();
        Set<UUID> shown = new HashSet<>();
        for (ConfigEntry entry : entries) {
            Contract contract = entry.contractId() == null ? null : contracts.findById(entry.contractId());
            file.put(entry.key(), contract == null ? entry.asLoaded() : configured(contract, today));
            shown.add(entry.contractId());
        }
        for (Contract contract : contracts.inOrder()) {
            boolean since = contract.createdAt().isAfter(loadedAt);
            if (since && !shown.contains(contract.id()) && contract.statusOn(today) != ContractStatus.ENDED) {
                file.put(freeKey(contract, file), configured(contract, today));
            }
        }
        return file;
    }

    /** The customer's contract of that periodicity, of that amount rather than another, that no key before took. */
    private Contract known(String customerCode, ConfiguredContract configured, Set<UUID> taken, LocalDate today) {
        List<Contract> candidates = contracts.inOrder().stream()
                .filter(each -> each.customerCode().equals(customerCode))
                .filter(each -> each.schedule().periodicity() == configured.periodicity())
                .filter(each -> each.statusOn(today) != ContractStatus.ENDED && !taken.contains(each.id()))
                .toList();
        return candidates.stream()
                .filter(each -> each.nextPrice(today).compareTo(configured.forfait()) == 0)
                .findFirst()
                .orElse(candidates.size() == 1 ? candidates.get(0) : null);
    }

    private Contract write(Customer customer, ConfiguredContract configured, LocalDate today) {
        Contract contract = new Contract(terms(customer, configured, null, today), today);
        contracts.persist(contract);
        return contract;
    }

    /** A contract of the file that is new is due in January and every periodicity from it, beginning with the next due date. */
    private static ContractTerms terms(
            Customer customer, ConfiguredContract configured, Contract known, LocalDate today) {
        boolean sameDay = known != null && known.schedule().dayOfMonth() == configured.jour();
        Schedule fresh =
                new Schedule(configured.periodicity(), java.time.YearMonth.of(today.getYear(), 1), configured.jour());
        return new ContractTerms(
                customer.code(),
                customer.name(),
                configured.description(),
                configured.forfait(),
                configured.periodicity(),
                known == null
                        ? fresh.months()
                        : sameDay ? null : known.schedule().months(),
                sameDay ? null : configured.jour(),
                null,
                known == null ? fresh.firstOnOrAfter(today) : null,
                known == null ? null : known.until(),
                null,
                known == null ? null : known.includedHours(),
                null,
                null);
    }

    private static ConfiguredContract configured(Contract contract, LocalDate today) {
        return new ConfiguredContract(
                contract.nextPrice(today),
                contract.schedule().periodicity().french(),
                contract.schedule().dayOfMonth(),
                contract.label());
    }

    private static String freeKey(Contract contract, Map<String, ConfiguredContract> file) {
        String key = contract.customerName();
        for (int n = 2; file.containsKey(key); n++) {
            key = contract.customerName() + " " + n;
        }
        return key;
    }
}
