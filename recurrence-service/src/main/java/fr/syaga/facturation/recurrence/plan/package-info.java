/**
 * What is due in a time and what became of it. Contracts say what is due, occurrences what was done; both are merged into Planned.
 * Start with Plan. Runs, anomalies, the forecast and the schedule read it; only SkipResource writes, what a person leaves out.
 */
package fr.syaga.facturation.recurrence.plan;
