package fr.syaga.facturation.export.document;

import java.math.BigDecimal;
import java.util.Map;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The accounts of the sales journal; the firm's accountant has the say. */
@ConfigMapping(prefix = "facturation.fec")
public interface FecAccounts {

    @WithDefault("VE")
    String journalCode();

    @WithDefault("Ventes")
    String journalLabel();

    Account customer();

    Account sales();

    Account vat();

    /** Accounts of their own for single rates, by rate in percent. */
    Map<String, String> vatByRate();

    /** The last month of the business year; the file's name bears its last day. */
    @WithDefault("12")
    int lastMonth();

    /** An account of the general plan. */
    interface Account {
        String number();

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
