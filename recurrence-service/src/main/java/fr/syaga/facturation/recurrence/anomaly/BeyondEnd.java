package fr.syaga.facturation.recurrence.anomaly;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

import fr.syaga.facturation.recurrence.contract.Contract;
import fr.syaga.facturation.recurrence.contract.ContractStatus;
import fr.syaga.facturation.recurrence.overrun.Overrun;

/** An end or a pause was set before what was invoiced already; what is left of the invoice is at stake until it is taken back. */
final class BeyondEnd {

    private static final BigDecimal NOTHING = BigDecimal.ZERO.setScale(2);

    private BeyondEnd() {}

    static Anomaly of(Overrun overrun) {
        Contract contract = overrun.contract();
        LocalDate dueOn = overrun.dueOn();
        BigDecimal billed = overrun.netAmount();
        UUID id = Anomaly.id(
                Anomaly.Kind.BEYOND_END,
                contract.id(),
                dueOn,
                overrun.invoiceId() == null
                        ? overrun.number()
                        : overrun.invoiceId().toString(),
                NOTHING,
                overrun.left());
        return new Anomaly(
                id,
                Anomaly.Kind.BEYOND_END,
                contract.customerCode(),
                contract.customerName(),
                contract.patternId(),
                contract.id(),
                dueOn,
                overrun.number(),
                NOTHING,
                billed,
                overrun.left(),
                "« %s », échéance du %s, est facturée %s €%s alors que le contrat est %s."
                        .formatted(
                                overrun.label(),
                                Anomaly.DAY.format(dueOn),
                                Anomaly.euros(billed),
                                overrun.number() == null ? "" : " (facture %s)".formatted(overrun.number()),
                                why(contract, dueOn)),
                wayOut(overrun) + Anomaly.RESOLVED.formatted(id),
                true,
                null);
    }

    private static String why(Contract contract, LocalDate dueOn) {
        return contract.until() == null || contract.statusOn(dueOn) == ContractStatus.PAUSED
                ? "en pause à cette date"
                : "terminé le " + Anomaly.DAY.format(contract.until());
    }

    private static String wayOut(Overrun overrun) {
        UUID invoice = overrun.invoiceId();
        if (invoice == null) {
            return "Établir un avoir de %s € de la facture %s (POST /api/v1/invoices/{id}/credit-note d'invoice-service), ou prolonger le contrat."
                    .formatted(Anomaly.euros(overrun.left()), overrun.number());
        }
        return overrun.number() == null
                ? "Annuler cette facture (POST /api/v1/invoices/%1$s/cancel d'invoice-service), ou en établir un avoir une fois émise (POST /api/v1/invoices/%1$s/credit-note)."
                        .formatted(invoice)
                : "Établir un avoir de %s € de cette facture (POST /api/v1/invoices/%s/credit-note d'invoice-service)."
                        .formatted(Anomaly.euros(overrun.left()), invoice);
    }
}
