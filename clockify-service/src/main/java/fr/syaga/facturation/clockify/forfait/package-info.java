/** What the fixed-price contracts cost us in hours. */
package fr.syaga.facturation.clockify.forfait;
