/** What an hour of FACTURABLE time costs: in general, and by customer, project and person from a day on. */
package fr.syaga.facturation.clockify.rate;
