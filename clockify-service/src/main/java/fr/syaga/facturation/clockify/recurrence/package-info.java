/**
 * The client of recurrence-service, and its contracts as they were last read. In comes its list, out comes a
 * ContractBook that goes on holding while the neighbour is down. Start with RecurrenceClient, then Contracts.
 */
package fr.syaga.facturation.clockify.recurrence;
