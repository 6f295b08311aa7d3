package fr.syaga.facturation.export.oxygene;

import java.util.Locale;

import fr.syaga.facturation.edge.Rejection;

/** A table of the accounting folder whose codes documents quote. Oxygène creates none of them when documents are imported. */
public enum OxygeneTable {
    CUSTOMERS("clients"),
    ARTICLES("articles"),
    VAT("types de TVA"),
    PAYMENTS("modes de règlement");

    private final String french;

    OxygeneTable(String french) {
        this.french = french;
    }

    /** @throws Rejection 404 naming nothing else than what was asked for */
    static OxygeneTable named(String name) {
        try {
            return valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Rejection.notFound("table of Oxygène", name);
        }
    }

    public String french() {
        return french;
    }
}
