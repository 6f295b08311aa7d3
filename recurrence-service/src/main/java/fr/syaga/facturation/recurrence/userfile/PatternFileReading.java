package fr.syaga.facturation.recurrence.userfile;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import fr.syaga.facturation.recurrence.contract.Contract;
import fr.syaga.facturation.recurrence.invoicing.Customer;
import fr.syaga.facturation.recurrence.pattern.Acceptance;
import fr.syaga.facturation.recurrence.pattern.Decision;
import fr.syaga.facturation.recurrence.pattern.FoundPattern;
import fr.syaga.facturation.recurrence.pattern.PatternContracts;
import fr.syaga.facturation.recurrence.pattern.Patterns;
import fr.syaga.facturation.recurrence.pattern.UserConfiguration;
import fr.syaga.facturation.recurrence.term.Agreement;

/** Reads a pattern file of the user as decisions about the patterns that the history proves. Nothing is made of the file itself. */
@ApplicationScoped
class PatternFileReading {

    private final Patterns patterns;
    private final PatternContracts contracts;
    private final Acceptance acceptance;
    private final ConfigEntries entries;

    PatternFileReading(Patterns patterns, PatternContracts contracts, Acceptance acceptance, ConfigEntries entries) {
        this.patterns = patterns;
        this.contracts = contracts;
        this.acceptance = acceptance;
        this.entries = entries;
    }

    /** What a key did. */
    enum Result {
        /** Its pattern was accepted now. */
        ACCEPTED,
        /** Its pattern was rejected now. */
        REJECTED,
        /** The decision was the same before, or the line takes none. */
        UNCHANGED,
        /** A person decided otherwise before, or a contract stands in the way: a person decides. */
        WAITING,
        /** There is such a pattern at another price: nothing was decided. */
        PRICE_DIFFERS,
        /** No customer or no pattern is meant. */
        UNMATCHED
    }

    /** What a key did, to which pattern and contract, and why not more. */
    record Item(String key, Result result, String customerCode, UUID patternId, UUID contractId, String reason) {}

    /** All keys in the order of the file. */
    record Answer(
            int accepted,
            int rejected,
            List<Item> items,
            List<UserConfiguration.PriceDiffers> priceDiffers,
            List<UserConfiguration.Unmatched> unmatched) {}

    @Transactional
    Answer read(Map<String, PatternLine> file, List<Customer> customers) {
        patterns.decideOneAtATime();
        CustomerNames names = new CustomerNames(customers);
        Map<String, String> known = new HashMap<>();
        entries.inOrder().stream()
                .filter(each -> each.customerCode() != null)
                .forEach(each -> known.put(each.key(), each.customerCode()));
        List<FoundPattern> latest = patterns.latest();
        List<Item> items = new ArrayList<>();
        Set<UUID> meant = new HashSet<>();
        List<UserConfiguration.PriceDiffers> differ = new ArrayList<>();
        file.forEach((key, line) -> {
            CustomerNames.Found found = known.containsKey(key) ? null : names.find(key);
            String customer = found == null
                    ? known.get(key)
                    : Optional.ofNullable(found.customer()).map(Customer::code).orElse(null);
            items.add(
                    customer == null
                            ? unmatched(key, null, found.reason())
                            : decide(key, line, customer, latest, meant, differ));
        });
        return answer(items, differ);
    }

    private Item decide(
            String key,
            PatternLine line,
            String customer,
            List<FoundPattern> latest,
            Set<UUID> meantBefore,
            List<UserConfiguration.PriceDiffers> differ) {
        if (line.periodicity().isEmpty()) {
            return unmatched(
                    key, customer, "La ligne ne dit pas si c'est MENSUELLE, TRIMESTRIELLE, SEMESTRIELLE ou ANNUELLE.");
        }
        List<FoundPattern> same = latest.stream()
                .filter(each -> each.customerCode().equals(customer) && each.isActive())
                .filter(each ->
                        each.schedule().periodicity() == line.periodicity().get())
                .toList();
        if (same.isEmpty()) {
            return unmatched(
                    key,
                    customer,
                    "L'historique de %s n'a pas de forfait %s en cours."
                            .formatted(customer, line.periodicity().get().french()));
        }
        FoundPattern meant = meant(line, same, meantBefore);
        if (meant == null) {
            return new Item(key, Result.PRICE_DIFFERS, customer, null, null, otherPrices(line, same));
        }
        meantBefore.add(meant.id());
        line.amount()
                .filter(amount -> amount.compareTo(meant.netAmount()) != 0)
                .ifPresent(amount -> differ.add(new UserConfiguration.PriceDiffers(key, amount, meant.netAmount())));
        return said(key, line.says(), meant);
    }

    /**
     * The pattern at the price that the line expects, or the price before; without a price the only one there is. Of equal ones
     * each key means the next, in the order in which they are written.
     */
    private static FoundPattern meant(PatternLine line, List<FoundPattern> same, Set<UUID> meantBefore) {
        if (line.amount().isEmpty()) {
            boolean onePrice = same.stream()
                            .map(each -> each.netAmount().stripTrailingZeros())
                            .distinct()
                            .count()
                    == 1;
            return onePrice ? next(same, meantBefore).orElseThrow() : null;
        }
        BigDecimal amount = line.amount().get();
        return at(amount, Agreement.PRICE, same, meantBefore)
                .or(() -> at(amount, Agreement.PRICE_BEFORE, same, meantBefore))
                .orElse(null);
    }

    private static Optional<FoundPattern> at(
            BigDecimal amount, Agreement agreement, List<FoundPattern> same, Set<UUID> meantBefore) {
        return next(
                same.stream()
                        .filter(each -> each.agreement(amount) == agreement)
                        .toList(),
                meantBefore);
    }

    private static Optional<FoundPattern> next(List<FoundPattern> equal, Set<UUID> meantBefore) {
        return equal.stream()
                .filter(each -> !meantBefore.contains(each.id()))
                .findFirst()
                .or(() -> equal.stream().findFirst());
    }

    private Item said(String key, PatternLine.Says says, FoundPattern pattern) {
        return switch (says) {
            case OPEN -> item(key, Result.UNCHANGED, pattern, "La ligne ne décide rien.");
            case ACCEPTED -> accepted(key, pattern);
            case REJECTED -> rejected(key, pattern);
        };
    }

    private Item accepted(String key, FoundPattern pattern) {
        if (pattern.decision() == Decision.ACCEPTED) {
            return item(key, Result.UNCHANGED, pattern, null);
        }
        if (pattern.isRejected()) {
            return item(
                    key,
                    Result.WAITING,
                    pattern,
                    "Refusé par une personne ; pour l'accepter : POST /api/v1/patterns/%s/accept."
                            .formatted(pattern.id()));
        }
        Optional<Contract> other = contracts.conflict(pattern);
        if (other.isPresent()) {
            return item(
                    key,
                    Result.WAITING,
                    pattern,
                    "Le contrat %s du même client a un autre prix : le terminer, ou accepter ce forfait à part."
                            .formatted(other.get().id()));
        }
        return item(key, Result.ACCEPTED, acceptance.accept(pattern.id()), null);
    }

    private static Item rejected(String key, FoundPattern pattern) {
        if (pattern.isRejected()) {
            return item(key, Result.UNCHANGED, pattern, null);
        }
        if (pattern.contractId() != null) {
            return item(
                    key,
                    Result.WAITING,
                    pattern,
                    "Un contrat en est né ; le terminer : POST /api/v1/contracts/%s/end."
                            .formatted(pattern.contractId()));
        }
        pattern.reject();
        return item(key, Result.REJECTED, pattern, null);
    }

    private static String otherPrices(PatternLine line, List<FoundPattern> same) {
        String found = String.join(
                ", ",
                same.stream()
                        .map(each -> Reasons.euros(each.netAmount()) + " €")
                        .toList());
        return line.amount()
                .map(amount -> "Le fichier dit %s €, l'historique %s.".formatted(Reasons.euros(amount), found))
                .orElse("La ligne ne dit pas de prix, l'historique %s.".formatted(found));
    }

    private static Item item(String key, Result result, FoundPattern pattern, String reason) {
        return new Item(key, result, pattern.customerCode(), pattern.id(), pattern.contractId(), reason);
    }

    private static Item unmatched(String key, String customer, String reason) {
        return new Item(key, Result.UNMATCHED, customer, null, null, reason);
    }

    private static Answer answer(List<Item> items, List<UserConfiguration.PriceDiffers> differ) {
        return new Answer(
                (int) items.stream()
                        .filter(each -> each.result() == Result.ACCEPTED)
                        .count(),
                (int) items.stream()
                        .filter(each -> each.result() == Result.REJECTED)
                        .count(),
                items,
                differ,
                items.stream()
                        .filter(each -> each.result() == Result.UNMATCHED)
                        .map(each -> new UserConfiguration.Unmatched(each.key(), each.reason()))
                        .toList());
    }
}
