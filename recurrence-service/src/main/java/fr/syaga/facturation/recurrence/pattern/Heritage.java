package fr.syaga.facturation.recurrence.pattern;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.syaga.facturation.recurrence.detection.Pattern;

/**
 * Which earlier decision each pattern of an analysis goes on with: that about most of its invoices, whatever id either bears. Each
 * decision and each contract goes to one pattern, so that twins that trade an invoice keep a contract each.
 */
final class Heritage {

    private final Map<UUID, Said> byPattern = new HashMap<>();
    private final Set<UUID> givenAway = new HashSet<>();

    /** A decision about a pattern, and the contract that stands for it. */
    record Said(UUID by, Decision decision, UUID contractId) {

        static Said of(FoundPattern pattern) {
            return new Said(pattern.id(), pattern.decision(), pattern.contractId());
        }
    }

    private record Claim(Pattern pattern, FoundPattern older, long shared) {

        boolean isByItself() {
            return pattern.id().equals(older.id());
        }

        /** Half of the fewer invoices are of both. */
        boolean isStrong() {
            int fewer = Math.min(pattern.evidence().size(), older.evidence().size());
            return shared > 0 && shared * 2 >= fewer;
        }
    }

    /** @param known all patterns as earlier analyses left them */
    Heritage(List<Pattern> found, List<FoundPattern> known) {
        Map<String, List<FoundPattern>> byCustomer = known.stream()
                .filter(each -> !each.isUntouched())
                .collect(Collectors.groupingBy(FoundPattern::customerCode));
        List<Claim> claims = new ArrayList<>();
        for (Pattern each : found) {
            Set<String> evidence = Set.copyOf(each.evidence());
            byCustomer.getOrDefault(each.customerCode(), List.of()).stream()
                    .filter(older -> older.schedule().periodicity() == each.periodicity())
                    .map(older -> new Claim(
                            each,
                            older,
                            older.evidence().stream().filter(evidence::contains).count()))
                    .filter(Claim::isStrong)
                    .forEach(claims::add);
        }
        claims.sort(Comparator.comparingLong((Claim claim) -> -claim.shared())
                .thenComparing(claim -> !claim.isByItself())
                .thenComparing(claim -> claim.older().id()));
        Set<UUID> contracts = new HashSet<>();
        for (Claim claim : claims) {
            UUID contract = claim.older().contractId();
            if (!byPattern.containsKey(claim.pattern().id())
                    && !givenAway.contains(claim.older().id())
                    && (contract == null || contracts.add(contract))) {
                byPattern.put(claim.pattern().id(), Said.of(claim.older()));
                givenAway.add(claim.older().id());
            }
        }
    }

    /** What the pattern goes on with; what it says itself, unless that went to another one. */
    Optional<Said> of(FoundPattern pattern) {
        Said said = byPattern.get(pattern.id());
        if (said == null && givenAway.contains(pattern.id())) {
            return Optional.of(new Said(pattern.id(), Decision.OPEN, null));
        }
        return Optional.ofNullable(said);
    }
}
