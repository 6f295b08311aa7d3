package fr.syaga.facturation.export.fec;

import java.math.BigDecimal;
import java.util.Map;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The accounts of the sales journal; the firm's accountant has the say. */
@ConfigMapping(prefix = "facturation.fec")
public interface FecAccounts {

    /** The sales journal's code in the FEC. */
    @WithDefault("VE")
    String journalCode();

    /** The sales journal's name in the FEC. */
    @WithDefault("Ventes")
    String journalLabel();

    /** The customers' account in the sales journal. */
    Account customer();

    /** The account of sales. */
    Account sales();

    /** The account of VAT collected; VAT that falls due on payment may have one of its own. */
    Account vat();

    /** Accounts of their own for single rates, by rate in percent. */
    Map<String, String> vatByRate();

    /** The last month of the business year; the file's name bears its last day. */
    @WithDefault("12")
    int lastMonth();

    /** An account of the general plan. */
    interface Account {
        /** Its number. */
        String number();

        /** Its name. */
        String label();
    }

    /** @param rate percent, null when a document fits no single rate */
    default Account vat(BigDecimal rate) {
        String own =
                rate == null ? null : vatByRate().get(rate.stripTrailingZeros().toPlainString());
        return own == null ? vat() : new OfRate(own, vat().label());
    }

    /** The account of one rate. */
    record OfRate(String number, String label) implements Account {}
}
