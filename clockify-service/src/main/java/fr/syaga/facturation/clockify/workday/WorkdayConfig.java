package fr.syaga.facturation.clockify.workday;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The working week. */
@ConfigMapping(prefix = "facturation.workday")
interface WorkdayConfig {

    /** When the working day begins. */
    @WithDefault("09:00")
    LocalTime from();

    /** When it ends; the day's report is mailed after that. */
    @WithDefault("18:00")
    LocalTime to();

    /** On which days people work. */
    @WithDefault("MONDAY,TUESDAY,WEDNESDAY,THURSDAY,FRIDAY")
    Set<DayOfWeek> days();

    /**
     * {@code FR} for the French public holidays, Easter Monday, Ascension and Whit Monday too; beside it or instead of it days such as
     * {@code 2025-04-21}, or {@code 07-14} for every year. What is set takes the place of the default.
     */
    @WithDefault("FR")
    List<String> holidays();
}
