/**
 * French words and forms that several kinds of files share: amounts, dates, rates, the names of kinds and states. In comes a value; out
 * comes the text that a French reader expects. Start reading at {@code FrenchText}.
 */
package fr.syaga.facturation.export.french;
