package fr.syaga.facturation.invoice.numbering;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Which of two systems gives legal numbers: never both. */
@ConfigMapping(prefix = "facturation.numbering")
public interface NumberingConfig {

    /** Who gives legal numbers: OXYGENE at import, or SELF with a gapless series of ours. */
    @WithDefault("OXYGENE")
    Authority authority();

    /** The owner of the legal number. */
    enum Authority {
        /** Oxygène numbers at import; we learn the number from its list. */
        OXYGENE,
        /** We number when issuing. */
        SELF
    }
}
