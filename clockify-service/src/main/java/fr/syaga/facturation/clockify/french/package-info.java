/**
 * Figures, dates and months as a French reader writes them. In come values, out comes text. There is only FrenchText.
 */
package fr.syaga.facturation.clockify.french;
