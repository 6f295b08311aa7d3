package fr.syaga.facturation.recurrence.detection;

import java.util.List;

/** What the amounts of a track's invoices say: an equal one, one that was the price before, one that the price rose to. */
final class Prices {

    private final List<Hit> hits;
    private final int step;
    private final Chance chance;
    private final double[] rates;

    Prices(Track track, Chance chance) {
        this.hits = track.hits();
        this.step = track.step();
        this.chance = chance;
        this.rates = rates();
    }

    /** The ratio of the last change of price before the {@code at}-th hit; 1 when there was none. */
    double rateBefore(int at) {
        return rates[Math.min(at, rates.length - 1)];
    }

    private double[] rates() {
        double[] ratios = new double[hits.size() + 1];
        ratios[0] = 1;
        for (int i = 1; i < ratios.length; i++) {
            long before = hits.get(Math.max(0, i - 2)).invoice().cents;
            long cents = hits.get(i - 1).invoice().cents;
            ratios[i] = cents == before ? ratios[i - 1] : (double) cents / before;
        }
        return ratios;
    }

    /** What an amount brings, in nats, as that of the {@code at}-th hit after another, {@code rate} being the last rise. */
    double gain(Billed before, Billed invoice, int at, double rate) {
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

    private boolean wasPrice(Billed invoice, int at) {
        for (int i = Math.min(at, hits.size()) - 2; i >= 0; i--) {
            if (hits.get(i).invoice().cents == invoice.cents) {
                return true;
            }
        }
        return false;
    }
}
