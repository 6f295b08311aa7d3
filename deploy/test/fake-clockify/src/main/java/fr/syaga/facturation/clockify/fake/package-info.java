/** A stand-in for Clockify that speaks its v1 and reports API as strictly as the real one. */
package fr.syaga.facturation.clockify.fake;
