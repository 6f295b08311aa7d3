package fr.syaga.facturation.recurrence.anomaly;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.UUID;

import fr.syaga.facturation.recurrence.contract.Contract;
import fr.syaga.facturation.recurrence.schedule.Period;
import fr.syaga.facturation.recurrence.term.Gap;

/** A change of calendar left a month to nobody: a person bills it by hand, or says why nothing is owed. */
final class Uncovered {

    private static final BigDecimal NOTHING = BigDecimal.ZERO.setScale(2);

    private Uncovered() {}

    static Anomaly of(Contract contract, Gap gap) {
        UUID id = Anomaly.id(Anomaly.Kind.UNCOVERED, contract.id(), gap.monthOn(), null, gap.netAmount(), NOTHING);
        String month = new Period(gap.monthOn(), gap.monthOn().plusMonths(1))
                .inFrench()
                .toLowerCase(Locale.FRENCH);
        return new Anomaly(
                id,
                Anomaly.Kind.UNCOVERED,
                contract.customerCode(),
                contract.customerName(),
                contract.patternId(),
                contract.id(),
                gap.monthOn(),
                null,
                gap.netAmount(),
                NOTHING,
                gap.netAmount(),
                "« %s » : depuis le changement de calendrier, aucune échéance ne couvre %s (%s € auparavant)."
                        .formatted(contract.label(), month, Anomaly.euros(gap.netAmount())),
                "Établir la facture de %s à la main (POST /api/v1/invoices d'invoice-service), ou dire pourquoi rien n'est dû."
                                .formatted(month)
                        + Anomaly.RESOLVED.formatted(id),
                true,
                null);
    }
}
