/** When people are at work: the days, the hours and the holidays. */
package fr.syaga.facturation.clockify.workday;
