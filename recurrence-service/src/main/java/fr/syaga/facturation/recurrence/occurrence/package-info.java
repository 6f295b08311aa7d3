/**
 * What runs and people did about the due dates of contracts, one row for each contract and period. Requests of a run come in; each is
 * claimed once, sent, and settled as invoiced, failed or withdrawn. Start with Occurrence, then Claims. ClaimRows writes hundreds of rows in
 * one statement, because a run of thousands would else take a minute; all other access is by the repository Occurrences.
 */
package fr.syaga.facturation.recurrence.occurrence;
