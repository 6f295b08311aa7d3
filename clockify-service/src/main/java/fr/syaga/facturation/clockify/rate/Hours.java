package fr.syaga.facturation.clockify.rate;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Seconds as the hours that are printed and billed: rounded once, half up to two decimals. */
public final class Hours {

    private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3600);

    private Hours() {}

    public static BigDecimal of(long seconds) {
        return BigDecimal.valueOf(seconds).divide(SECONDS_PER_HOUR, 2, RoundingMode.HALF_UP);
    }

    /** The hours printed times the price printed, in euros. */
    public static BigDecimal price(long seconds, BigDecimal euros) {
        return of(seconds).multiply(euros).setScale(2, RoundingMode.HALF_UP);
    }

    /** Exact seconds at a price, rounded to the cent and nowhere before. */
    static BigDecimal exactPrice(long seconds, BigDecimal euros) {
        return euros.multiply(BigDecimal.valueOf(seconds)).divide(SECONDS_PER_HOUR, 2, RoundingMode.HALF_UP);
    }
}
