/** Our view of recurrence-service: the contracts that decide what is FORFAIT, and the memory of them. */
package fr.syaga.facturation.clockify.recurrence;
