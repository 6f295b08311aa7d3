package fr.syaga.facturation.export.oxygene;

import java.util.Map;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/**
 * What Memsoft does not document about its import of sales documents, as settings: a test import changes a setting and not
 * code. The defaults are the cautious ones; each stands with its reason in application.properties. An admin's choice at run time
 * (PUT /oxygene/profile) goes before them.
 */
@ConfigMapping(prefix = "facturation.oxygene")
public interface OxygeneSettings {

    Types types();

    /** Whether a credit note's quantities are positive, as the vendor asks, or negative. */
    @WithDefault("POSITIVE")
    Sign creditNoteSign();

    @WithDefault("0")
    String valid();

    /** How Oxygène closes the due date (F stands in Memsoft's example, perhaps for the end of the month); absent: N days net. */
    Optional<String> arrete();

    /** Whether the customer's address goes along; it might change the client's record there. */
    @WithDefault("false")
    boolean adresse();

    /** The VAT type's code in Oxygène by rate in percent. */
    Map<String, String> vatCodes();

    /** The payment method for customers that have none of their own; absent: the client record's. */
    Optional<String> paymentCode();

    /** Articles that must exist in Oxygène. */
    Articles articles();

    /** Columns of Oxygène's text imports; its "Exportation de données" tells those of the installed version. */
    Columns columns();

    /** Longer texts continue in comment lines. */
    @WithDefault("100")
    int textLength();

    /** What stands between units and cents: COMMA or POINT. */
    @WithDefault("COMMA")
    DecimalSign decimalSign();

    /** The column codes of its text imports; the only two that Memsoft names. */
    interface Columns {
        /** Of a code. */
        @WithDefault("CODE")
        String code();

        /** Of a name. */
        @WithDefault("DESIG")
        String label();
    }

    /** The letters of TYPE. */
    interface Types {
        @WithDefault("C")
        String invoice();

        @WithDefault("A")
        String creditNote();

        /** D stood on the quote of Memsoft's example. */
        @WithDefault("D")
        String quote();
    }

    /** The article of a line that names none, by what made the invoice. Each must exist in Oxygène. */
    interface Articles {
        /** Of an hour of work. */
        @WithDefault("PREST-ING-H")
        String time();

        /** Of a contract's period. */
        @WithDefault("FORFAIT")
        String recurrence();

        /** Of everything else. */
        @WithDefault("PREST")
        String other();
    }

    /** The sign of a credit note's quantities. */
    enum Sign {
        NEGATIVE,
        POSITIVE
    }

    /** What stands between units and cents. */
    enum DecimalSign {
        COMMA,
        POINT
    }
}
