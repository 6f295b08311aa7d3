package fr.syaga.facturation.recurrence.userfile;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import fr.syaga.facturation.recurrence.pattern.FoundPattern;

/** The user's own keys for patterns: those of the configuration read last, else the customer's name. */
final class UserKeys {

    private final List<ConfigEntry> entries;

    UserKeys(List<ConfigEntry> entries) {
        this.entries = entries;
    }

    /** A key that the file does not hold yet. */
    String of(FoundPattern pattern, Map<String, ?> file) {
        String key = first(each ->
                        pattern.contractId() != null && pattern.contractId().equals(each.contractId()))
                .or(() -> first(each -> pattern.customerCode().equals(each.customerCode())
                        && each.periodicity() == pattern.schedule().periodicity()
                        && !file.containsKey(each.key())))
                .map(ConfigEntry::key)
                .orElse(pattern.customerName());
        return free(key, file);
    }

    private Optional<ConfigEntry> first(Predicate<ConfigEntry> wanted) {
        return entries.stream().filter(wanted).findFirst();
    }

    /** The key itself, numbered where it is taken. */
    static String free(String wanted, Map<String, ?> file) {
        String key = wanted;
        for (int n = 2; file.containsKey(key); n++) {
            key = wanted + " " + n;
        }
        return key;
    }
}
