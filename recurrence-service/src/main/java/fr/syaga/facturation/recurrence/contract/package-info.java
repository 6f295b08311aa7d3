/** The validated contracts: what is invoiced to whom, when, for how much, and in which form the user's other tools read it. */
package fr.syaga.facturation.recurrence.contract;
