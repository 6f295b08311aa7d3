/** Analyses of the history: the patterns that the last one found, and what a person decided about each. */
package fr.syaga.facturation.recurrence.pattern;
