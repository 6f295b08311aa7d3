package fr.syaga.facturation.invoice.cache;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import fr.syaga.facturation.invoice.identifier.FoldedName;

/**
 * The services that designations name. Spellings that differ only in case, accents or punctuation are one service, written in the
 * form that is used most; of equally frequent ones the form with small letters and accents.
 */
public final class Services {

    private static final Comparator<Map.Entry<String, Long>> BEST_FORM =
            Comparator.<Map.Entry<String, Long>>comparingLong(Map.Entry::getValue)
                    .thenComparingLong(form -> form.getKey()
                            .chars()
                            .filter(letter -> Character.isLowerCase(letter) || letter > 127)
                            .count())
                    .thenComparing(Map.Entry::getKey, Comparator.reverseOrder());

    private final Map<String, Map<String, Long>> spellings = new TreeMap<>();
    private final Map<String, String> standard = new HashMap<>();

    private Services(Collection<Designation> designations) {
        designations.forEach(each -> spellings
                .computeIfAbsent(FoldedName.of(each.service()), none -> new TreeMap<>())
                .merge(each.service(), 1L, Long::sum));
        spellings.forEach((service, forms) -> standard.put(
                service, forms.entrySet().stream().max(BEST_FORM).orElseThrow().getKey()));
    }

    public static Services in(Collection<Designation> designations) {
        return new Services(designations);
    }

    /** The one form of a designation. */
    String standard(Designation designation) {
        return designation.standard(standard.get(FoldedName.of(designation.service())));
    }

    /** A service, how many designations name it, and the ways in which it is spelt. */
    public record Service(String name, long documents, List<String> spellings) {}

    /** All services, the most frequent first. */
    public List<Service> all() {
        return spellings.entrySet().stream()
                .map(service -> new Service(
                        standard.get(service.getKey()),
                        service.getValue().values().stream()
                                .mapToLong(Long::longValue)
                                .sum(),
                        List.copyOf(service.getValue().keySet())))
                .sorted(Comparator.comparingLong(Service::documents).reversed().thenComparing(Service::name))
                .toList();
    }
}
