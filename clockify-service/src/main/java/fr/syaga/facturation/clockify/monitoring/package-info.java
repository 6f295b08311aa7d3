/** Who works on what now, what should be put right before it costs money, and the day's report. */
package fr.syaga.facturation.clockify.monitoring;
