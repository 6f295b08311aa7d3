package fr.syaga.facturation.recurrence.userfile;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import fr.syaga.facturation.recurrence.contract.Contract;
import fr.syaga.facturation.recurrence.pattern.FoundPattern;
import fr.syaga.facturation.recurrence.term.Agreement;

/** Says to the bookkeeper why a key stands for no contract, and what to do about it. */
final class Reasons {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final List<ConfigEntry> entries;
    private final List<Contract> contracts;
    private final List<FoundPattern> patterns;
    private final LocalDate today;

    Reasons(List<ConfigEntry> entries, List<Contract> contracts, List<FoundPattern> patterns, LocalDate today) {
        this.entries = entries;
        this.contracts = contracts;
        this.patterns = patterns;
        this.today = today;
    }

    /** Why a key whose customer is known stands for none. */
    String of(ConfigEntry entry) {
        String forfait = "forfait %s de %s €".formatted(entry.periodicity().french(), euros(entry.amount()));
        for (FoundPattern each : patterns) {
            if (isOf(entry, each.customerCode(), each) && each.agreement(entry.amount()) != Agreement.NONE) {
                if (each.isRejected()) {
                    return "Ce %s a été refusé ; pour l'accepter : POST /api/v1/patterns/%s/accept."
                            .formatted(forfait, each.id());
                }
                if (!each.isActive()) {
                    return "Ce %s est terminé : dernière facture le %s."
                            .formatted(forfait, DAY.format(each.lastInvoicedOn()));
                }
            }
        }
        return ofContracts(entry, forfait);
    }

    private String ofContracts(ConfigEntry entry, String forfait) {
        List<Contract> same = contracts.stream()
                .filter(each -> each.customerCode().equals(entry.customerCode())
                        && each.schedule().periodicity() == entry.periodicity())
                .toList();
        for (Contract each : same) {
            boolean agrees = each.agreement(entry.amount(), today) != Agreement.NONE;
            if (agrees && !each.stands(today)) {
                return "Le contrat de ce %s est terminé ; le rouvrir : PUT /api/v1/contracts/%s sans until."
                        .formatted(forfait, each.id());
            }
        }
        List<Contract> standing =
                same.stream().filter(each -> each.stands(today)).toList();
        if (standing.isEmpty()) {
            return "Jamais facturé ainsi : l'historique de %s n'a pas de %s. S'il est nouveau, l'écrire : POST /api/v1/contracts."
                    .formatted(entry.customerCode(), forfait);
        }
        return "Aucun contrat de %s ne correspond à ce %s : %s."
                .formatted(
                        entry.customerCode(),
                        forfait,
                        standing.stream().map(this::described).collect(Collectors.joining(", ")));
    }

    private String described(Contract contract) {
        String taken = entries.stream()
                .filter(each -> contract.id().equals(each.contractId()))
                .findFirst()
                .map(each -> " (clé %s)".formatted(each.key()))
                .orElse("");
        return "%s à %s €%s".formatted(contract.label(), euros(contract.nextPrice(today)), taken);
    }

    private static boolean isOf(ConfigEntry entry, String customerCode, FoundPattern pattern) {
        return customerCode.equals(entry.customerCode()) && pattern.schedule().periodicity() == entry.periodicity();
    }

    static String euros(BigDecimal amount) {
        return String.format(Locale.FRENCH, "%.2f", amount);
    }
}
