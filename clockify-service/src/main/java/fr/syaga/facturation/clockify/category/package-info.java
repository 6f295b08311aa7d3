/**
 * Decides whether time is FORFAIT, FACTURABLE or INTERNE. In come rules, contracts, mappings and a person's choices, out
 * come verdicts, stored with the entries. Start with Categoriser, which decides, then Categorisation, which keeps stored
 * verdicts up to date.
 */
package fr.syaga.facturation.clockify.category;
