/** Where time comes from, in the sources' own words: Clockify's API, its webhooks, its CSV exports. */
package fr.syaga.facturation.clockify.source;
