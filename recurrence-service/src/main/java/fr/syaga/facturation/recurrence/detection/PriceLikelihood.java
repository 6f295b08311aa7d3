package fr.syaga.facturation.recurrence.detection;

import java.util.List;

/** What the amounts of a candidate's invoices say: an equal one, one that was the price before, one that the price rose to. */
final class PriceLikelihood {

    private final List<BilledOccurrence> occurrences;
    private final int step;
    private final Background chance;
    private final double[] rates;

    PriceLikelihood(CandidateContract candidate, Background chance) {
        this.occurrences = candidate.occurrences();
        this.step = candidate.step();
        this.chance = chance;
        this.rates = rates();
    }

    /** The ratio of the last change of price before the {@code at}-th occurrence; 1 when there was none. */
    double rateBefore(int at) {
        return rates[Math.min(at, rates.length - 1)];
    }

    private double[] rates() {
        double[] ratios = new double[occurrences.size() + 1];
        ratios[0] = 1;
        for (int i = 1; i < ratios.length; i++) {
            long before = occurrences.get(Math.max(0, i - 2)).invoice().cents;
            long cents = occurrences.get(i - 1).invoice().cents;
            ratios[i] = cents == before ? ratios[i - 1] : (double) cents / before;
        }
        return ratios;
    }

    /** What an amount brings, in nats, as that of the {@code at}-th occurrence after another, {@code rate} being the last rise. */
    double gain(StandingInvoice before, StandingInvoice invoice, int at, double rate) {
        if (before.cents == invoice.cents) {
            return -chance.ofAmount(invoice);
        }
        if (wasPrice(invoice, at)) {
            return Math.log(BillingModel.BACK) - chance.ofAmount(invoice);
        }
        double any = PriceStep.unusual(step, before.cents, invoice.cents) / chance.ofAny();
        if (PriceStep.isWithin(before.cents, invoice.cents)) {
            double around = chance.around(invoice.cents, BillingModel.WITHIN, 1) / (2 * Math.log(BillingModel.WITHIN));
            any = PriceStep.density(step, before.cents, invoice.cents) / around;
        }
        double usual = PriceStep.usual(step, before.cents, invoice.cents, rate);
        return Math.log(Math.max(any, usual / chance.around(invoice.cents, PriceStep.ALIKE, PriceStep.UNSEEN)));
    }

    private boolean wasPrice(StandingInvoice invoice, int at) {
        for (int i = Math.min(at, occurrences.size()) - 2; i >= 0; i--) {
            if (occurrences.get(i).invoice().cents == invoice.cents) {
                return true;
            }
        }
        return false;
    }
}
