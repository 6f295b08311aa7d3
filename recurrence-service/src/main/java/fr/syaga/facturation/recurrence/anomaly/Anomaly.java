package fr.syaga.facturation.recurrence.anomaly;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;

import fr.syaga.facturation.recurrence.contract.Contract;
import fr.syaga.facturation.recurrence.detection.Leak;
import fr.syaga.facturation.recurrence.pattern.FoundPattern;
import fr.syaga.facturation.recurrence.plan.Planned;

/**
 * One disagreement between contracts and invoices: a sentence in French, the euros at stake, and the way out.
 *
 * @param id made of what it says, so that it stays the same from day to day, and another amount or document is another anomaly
 * @param expectedNet what the contract asks for
 * @param billedNet what was billed; zero when nothing was
 * @param atStake never negative
 * @param wayOut what a person can do about it
 * @param resolvable whether a person may say that it is dealt with; what is due is not talked away, it is billed or skipped
 * @param resolution who said so and why; null as long as it is open
 */
record Anomaly(
        UUID id,
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
        String wayOut,
        boolean resolvable,
        ResolutionView resolution) {

    static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    /** What is wrong. */
    enum Kind {
        /** Due in an earlier month, and there is no invoice. */
        MISSING,
        /** Due this month, and not invoiced yet. */
        NOT_INVOICED,
        /** Invoiced twice, and nothing was credited. */
        DOUBLE,
        /** Invoiced, at another price than the contract's. */
        AMOUNT,
        /** Two contracts stand for what is billed once. */
        DOUBLE_CONTRACT,
        /** Invoiced, and due after the end of its contract or within a pause. */
        BEYOND_END,
        /** A month between two calendars of a contract, which neither invoices. */
        UNCOVERED
    }

    static final String RESOLVED = " Une fois réglé, classer l'anomalie (POST /api/v1/anomalies/%s/resolve).";

    /** What the history shows about a pattern. */
    static Anomaly of(FoundPattern pattern, Leak leak) {
        String day = DAY.format(leak.dueOn());
        Kind kind = Kind.valueOf(leak.kind().name());
        UUID id = id(kind, pattern.id(), leak.dueOn(), leak.number(), leak.expectedNet(), leak.billedNet());
        return new Anomaly(
                id,
                kind,
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
                wayOut(leak) + RESOLVED.formatted(id),
                true,
                null);
    }

    static UUID id(Kind kind, UUID subject, LocalDate dueOn, String number, BigDecimal expected, BigDecimal billed) {
        String said = "%s|%s|%s|%s|%s|%s".formatted(kind, subject, dueOn, number, expected, billed);
        return UUID.nameUUIDFromBytes(said.getBytes(StandardCharsets.UTF_8));
    }

    Anomaly resolved(ResolutionView by) {
        return new Anomaly(
                id,
                kind,
                customerCode,
                customerName,
                patternId,
                contractId,
                dueOn,
                number,
                expectedNet,
                billedNet,
                atStake,
                explanation,
                wayOut,
                resolvable,
                by);
    }

    private static String wayOut(Leak leak) {
        return switch (leak.kind()) {
            case MISSING ->
                "Établir cette facture de %s € à la main (POST /api/v1/invoices d'invoice-service)."
                        .formatted(euros(leak.expectedNet()));
            case DOUBLE ->
                "Établir un avoir de la facture %s (POST /api/v1/invoices/{id}/credit-note d'invoice-service)."
                        .formatted(leak.number());
            case AMOUNT -> correction(leak.expectedNet(), leak.billedNet());
        };
    }

    /** A due date of a contract that is not invoiced. */
    static Anomaly notInvoiced(Planned planned, LocalDate asOf) {
        Contract contract = planned.contract();
        boolean thisMonth = YearMonth.from(planned.dueOn()).equals(YearMonth.from(asOf));
        String day = DAY.format(planned.dueOn());
        String why = planned.problem() == null
                ? ""
                : planned.isWithdrawn()
                        ? " : " + planned.problem()
                        : " ; invoice-service a répondu : « %s »".formatted(planned.problem());
        return of(
                planned,
                thisMonth ? Kind.NOT_INVOICED : Kind.MISSING,
                planned.netAmount(),
                BigDecimal.ZERO.setScale(2),
                "« %s », échéance du %s, n'est pas facturée%s."
                        .formatted(planned.invoice().label(), day, why),
                (planned.isWithdrawn()
                                ? "La facturer à nouveau (POST /api/v1/contracts/%2$s/rebill), ou passer cette échéance (POST /api/v1/contracts/%2$s/skip)."
                                : "Lancer la facturation du %1$s (POST /api/v1/runs), ou passer cette échéance (POST /api/v1/contracts/%2$s/skip).")
                        .formatted(day, contract.id()),
                false);
    }

    /** A due date that a run invoiced at another amount than its contract asks for now. */
    static Anomaly offTheContract(Planned planned) {
        BigDecimal billed = planned.netAmount();
        BigDecimal agreed = planned.agreed().netAmount();
        return of(
                planned,
                Kind.AMOUNT,
                agreed,
                billed,
                "« %s », échéance du %s, est facturée %s € et le contrat dit %s €."
                        .formatted(
                                planned.invoice().label(), DAY.format(planned.dueOn()), euros(billed), euros(agreed)),
                correction(agreed, billed)
                        + " Si la facture est juste, corriger le contrat (POST /api/v1/contracts/%s/prices)."
                                .formatted(planned.contract().id()),
                true);
    }

    /** A contract that a customer has a second time, the first being proven by the history. */
    static Anomaly doubleContract(Contract second, Contract proven, LocalDate asOf) {
        BigDecimal price = second.nextPrice(asOf);
        LocalDate next = second.nextDueOn(asOf);
        UUID id = id(
                Kind.DOUBLE_CONTRACT, second.id(), second.since(), proven.id().toString(), price, price);
        return new Anomaly(
                id,
                Kind.DOUBLE_CONTRACT,
                second.customerCode(),
                second.customerName(),
                proven.patternId(),
                second.id(),
                next,
                null,
                BigDecimal.ZERO.setScale(2),
                price,
                price,
                "« %s » de %s € est deux fois au contrat de %s ; l'historique n'en prouve qu'un (%s)."
                        .formatted(second.label(), euros(price), second.customerCode(), proven.label()),
                "Terminer celui-ci (POST /api/v1/contracts/%s/end).".formatted(second.id()) + RESOLVED.formatted(id),
                true,
                null);
    }

    private static Anomaly of(
            Planned planned,
            Kind kind,
            BigDecimal expected,
            BigDecimal billed,
            String explanation,
            String wayOut,
            boolean resolvable) {
        Contract contract = planned.contract();
        UUID id = id(kind, contract.id(), planned.invoice().period().from(), null, expected, billed);
        return new Anomaly(
                id,
                kind,
                contract.customerCode(),
                contract.customerName(),
                contract.patternId(),
                contract.id(),
                planned.dueOn(),
                null,
                expected,
                billed,
                expected.subtract(billed).abs(),
                explanation,
                resolvable ? wayOut + RESOLVED.formatted(id) : wayOut,
                resolvable,
                null);
    }

    private static String correction(BigDecimal expected, BigDecimal billed) {
        String difference = euros(expected.subtract(billed).abs());
        return billed.compareTo(expected) < 0
                ? "Facturer la différence de %s € (POST /api/v1/invoices d'invoice-service).".formatted(difference)
                : "Établir un avoir de %s € (POST /api/v1/invoices/{id}/credit-note d'invoice-service)."
                        .formatted(difference);
    }

    static String euros(BigDecimal amount) {
        return String.format(Locale.FRENCH, "%.2f", amount);
    }
}
