/** Money that leaks: invoices that should exist and do not, invoices made twice, amounts off the contract. */
package fr.syaga.facturation.recurrence.anomaly;
