/** A month's FACTURABLE time becomes one draft a customer, once, whatever breaks in between. */
package fr.syaga.facturation.clockify.billing;
