package fr.syaga.facturation.clockify.report;

import java.math.BigDecimal;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** From when on a day's report is worth a mail. */
@ConfigMapping(prefix = "facturation.report")
interface ReportConfig {

    /** Euros of the month that are billable and on no draft yet. */
    @WithDefault("500.00")
    BigDecimal threshold();
}
