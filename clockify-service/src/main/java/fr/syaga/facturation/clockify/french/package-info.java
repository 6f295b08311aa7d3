/** Figures, dates and words as a French reader expects them. */
package fr.syaga.facturation.clockify.french;
