package fr.syaga.facturation.recurrence.anomaly;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import fr.syaga.facturation.edge.BusinessDate;
import fr.syaga.facturation.edge.RequestValue;
import fr.syaga.facturation.recurrence.contract.Contract;
import fr.syaga.facturation.recurrence.contract.Contracts;
import fr.syaga.facturation.recurrence.contract.DueInvoice;
import fr.syaga.facturation.recurrence.detection.Leak;
import fr.syaga.facturation.recurrence.detection.PatternStatus;
import fr.syaga.facturation.recurrence.pattern.FoundPattern;
import fr.syaga.facturation.recurrence.pattern.Patterns;
import fr.syaga.facturation.recurrence.run.Occurrence;
import fr.syaga.facturation.recurrence.run.Occurrences;

/** What a user looks at first: where the contracts and the invoices disagree, and for how many euros. */
@Path("/api/v1/anomalies")
@Tag(name = "Anomalies")
class AnomalyResource {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final Patterns patterns;
    private final Contracts contracts;
    private final Occurrences occurrences;
    private final BusinessDate businessDate;

    AnomalyResource(Patterns patterns, Contracts contracts, Occurrences occurrences, BusinessDate businessDate) {
        this.patterns = patterns;
        this.contracts = contracts;
        this.occurrences = occurrences;
        this.businessDate = businessDate;
    }

    /** What kind of disagreement. */
    enum Kind {
        MISSING,
        DOUBLE,
        AMOUNT,
        NOT_INVOICED
    }

    /** One disagreement, in a sentence and in euros. */
    record Anomaly(
            Kind kind,
            String customerCode,
            String customerName,
            UUID patternId,
            UUID contractId,
            LocalDate dueOn,
            String number,
            BigDecimal expectedNet,
            BigDecimal billedNet,
            BigDecimal atStake,
            String explanation) {}

    /** All of them, the latest first, and what they come to. */
    record Anomalies(LocalDate asOf, int count, BigDecimal totalAtStake, List<Anomaly> items, String nextCursor) {}

    @GET
    @RolesAllowed("reader")
    @Transactional
    @Operation(
            summary = "Where the contracts and the invoices disagree, with the euros at stake",
            description = "From the latest analysis and from the contracts' due dates up to asOf, today by default.")
    public Anomalies anomalies(@QueryParam("asOf") String asOfText) {
        LocalDate asked = RequestValue.date("asOf", asOfText);
        LocalDate asOf = asked == null ? businessDate.today() : asked;
        List<Anomaly> found = new ArrayList<>();
        for (FoundPattern pattern : patterns.latest()) {
            if (pattern.status() == PatternStatus.ACTIVE) {
                pattern.leaks().stream()
                        .filter(leak -> !leak.dueOn().isAfter(asOf))
                        .forEach(leak -> found.add(of(pattern, leak)));
            }
        }
        Map<Occurrences.Key, Occurrence> known = occurrences.dueBetween(LocalDate.of(2000, 1, 1), asOf);
        for (Contract contract : contracts.inOrder()) {
            contract.dueBetween(contract.billFrom(), asOf)
                    .filter(due -> !due.skipped() && isOpen(known.get(key(contract, due))))
                    .forEach(due -> found.add(of(contract, due, known.get(key(contract, due)))));
        }
        found.sort(Comparator.comparing(Anomaly::dueOn)
                .reversed()
                .thenComparing(Anomaly::customerCode)
                .thenComparing(Anomaly::kind));
        BigDecimal total = found.stream().map(Anomaly::atStake).reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
        return new Anomalies(asOf, found.size(), total, found, null);
    }

    private static Occurrences.Key key(Contract contract, DueInvoice due) {
        return new Occurrences.Key(contract.id(), due.period().from());
    }

    private static boolean isOpen(Occurrence occurrence) {
        return occurrence == null || !occurrence.isInvoiced() && !occurrence.isSkipped();
    }

    private static Anomaly of(FoundPattern pattern, Leak leak) {
        String day = DAY.format(leak.dueOn());
        String explanation = switch (leak.kind()) {
            case MISSING -> "L'échéance du %s de %s n'a pas de facture.".formatted(day, pattern.label());
            case DOUBLE ->
                "La facture %s double celle de l'échéance du %s et n'a pas d'avoir.".formatted(leak.number(), day);
            case AMOUNT ->
                "La facture %s de l'échéance du %s n'est pas au prix du contrat.".formatted(leak.number(), day);
        };
        return new Anomaly(
                Kind.valueOf(leak.kind().name()),
                pattern.customerCode(),
                pattern.customerName(),
                pattern.id(),
                pattern.contractId(),
                leak.dueOn(),
                leak.number(),
                leak.expectedNet(),
                leak.billedNet(),
                leak.atStake(),
                explanation);
    }

    private static Anomaly of(Contract contract, DueInvoice due, Occurrence occurrence) {
        String why = occurrence == null || occurrence.problem() == null ? "" : " : " + occurrence.problem();
        return new Anomaly(
                Kind.NOT_INVOICED,
                contract.customerCode(),
                contract.customerName(),
                null,
                contract.id(),
                due.dueOn(),
                null,
                due.netAmount(),
                BigDecimal.ZERO.setScale(2),
                due.netAmount(),
                "« %s », échéance du %s, n'est pas facturée%s.".formatted(due.label(), DAY.format(due.dueOn()), why));
    }
}
