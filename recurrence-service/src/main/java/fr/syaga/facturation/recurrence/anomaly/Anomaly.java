package fr.syaga.facturation.recurrence.anomaly;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;

import fr.syaga.facturation.recurrence.contract.Contract;
import fr.syaga.facturation.recurrence.detection.Leak;
import fr.syaga.facturation.recurrence.pattern.FoundPattern;
import fr.syaga.facturation.recurrence.run.Planned;

/**
 * One disagreement between contracts and invoices: a sentence in French, the euros at stake, and the way out.
 *
 * @param expectedNet what the contract asks for
 * @param billedNet what was billed; zero when nothing was
 * @param atStake never negative
 * @param wayOut what a person can do about it
 */
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
        String explanation,
        String wayOut) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    /** What is wrong. */
    enum Kind {
        /** Due in an earlier month, and there is no invoice. */
        MISSING,
        /** Due this month, and not invoiced yet. */
        NOT_INVOICED,
        /** Invoiced twice, and nothing was credited. */
        DOUBLE,
        /** Invoiced, at another price than the contract's. */
        AMOUNT
    }

    /** What the history shows about a pattern. */
    static Anomaly of(FoundPattern pattern, Leak leak) {
        String day = DAY.format(leak.dueOn());
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
                switch (leak.kind()) {
                    case MISSING -> "L'échéance du %s de %s n'a pas de facture.".formatted(day, pattern.label());
                    case DOUBLE ->
                        "La facture %s double celle de l'échéance du %s et n'a pas d'avoir."
                                .formatted(leak.number(), day);
                    case AMOUNT ->
                        "La facture %s de l'échéance du %s est de %s € et non de %s €."
                                .formatted(leak.number(), day, euros(leak.billedNet()), euros(leak.expectedNet()));
                },
                wayOut(leak));
    }

    private static String wayOut(Leak leak) {
        return switch (leak.kind()) {
            case MISSING ->
                "Établir cette facture de %s € à la main (POST /api/v1/invoices d'invoice-service)."
                        .formatted(euros(leak.expectedNet()));
            case DOUBLE ->
                "Établir un avoir de la facture %s (POST /api/v1/invoices/{id}/credit-note d'invoice-service)."
                        .formatted(leak.number());
            case AMOUNT ->
                leak.billedNet().compareTo(leak.expectedNet()) < 0
                        ? "Facturer la différence de %s € (POST /api/v1/invoices d'invoice-service)."
                                .formatted(euros(leak.atStake()))
                        : "Établir un avoir de %s € (POST /api/v1/invoices/{id}/credit-note d'invoice-service)."
                                .formatted(euros(leak.atStake()));
        };
    }

    private static String euros(BigDecimal amount) {
        return String.format(Locale.FRENCH, "%.2f", amount);
    }

    /** A due date of a contract that is not invoiced. */
    static Anomaly of(Planned planned, LocalDate asOf) {
        Contract contract = planned.contract();
        LocalDate dueOn = planned.dueOn();
        boolean thisMonth = YearMonth.from(dueOn).equals(YearMonth.from(asOf));
        String why = planned.problem() == null ? "" : " : " + planned.problem();
        return new Anomaly(
                thisMonth ? Kind.NOT_INVOICED : Kind.MISSING,
                contract.customerCode(),
                contract.customerName(),
                contract.patternId(),
                contract.id(),
                dueOn,
                null,
                planned.netAmount(),
                BigDecimal.ZERO.setScale(2),
                planned.netAmount(),
                "« %s », échéance du %s, n'est pas facturée%s."
                        .formatted(planned.invoice().label(), DAY.format(dueOn), why),
                "Lancer la facturation du %s (POST /api/v1/runs), ou passer cette échéance (POST /api/v1/contracts/%s/skip)."
                        .formatted(DAY.format(dueOn), contract.id()));
    }
}
