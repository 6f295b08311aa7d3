package fr.syaga.facturation.recurrence.userfile;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;

/** The lines of the configuration file that was read last. */
@ApplicationScoped
class ConfigEntries implements PanacheRepositoryBase<ConfigEntry, String> {

    List<ConfigEntry> inOrder() {
        return listAll(Sort.by("position"));
    }

    /** A file takes the place of the one before. */
    List<ConfigEntry> replace(Map<String, ConfiguredContract> file) {
        Map<String, BigDecimal> before = getEntityManager()
                .createQuery("select e.key, e.amount from ConfigEntry e", Object[].class)
                .getResultStream()
                .collect(Collectors.toMap(line -> (String) line[0], line -> (BigDecimal) line[1]));
        deleteAll();
        Instant now = Instant.now();
        List<ConfigEntry> entries = new ArrayList<>();
        file.forEach((key, configured) ->
                entries.add(new ConfigEntry(key, entries.size(), configured, now).after(before.get(key))));
        persist(entries);
        return entries;
    }
}
