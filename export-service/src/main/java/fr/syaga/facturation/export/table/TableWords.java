package fr.syaga.facturation.export.table;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What the tables say about every invoice alike. */
@ConfigMapping(prefix = "facturation.table")
public interface TableWords {

    /** How customers pay. */
    @WithDefault("Virement")
    String paymentMethod();
}
