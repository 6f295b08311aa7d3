/**
 * What fixed-price contracts cost us in hours. In come contracts and the year's time, out comes a month's use of each.
 * Start with Forfaits.
 */
package fr.syaga.facturation.clockify.forfait;
