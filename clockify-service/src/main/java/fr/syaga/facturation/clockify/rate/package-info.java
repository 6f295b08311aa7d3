/**
 * What time is worth: prices of an hour, hours of seconds, and euros of both. In come entries and stored prices, out
 * come amounts, which are estimates, because an invoice has its own lines. Start with PriceList and Worth. UnbilledTime
 * adds up in SQL, so that no entry is kept in memory.
 */
package fr.syaga.facturation.clockify.rate;
