/**
 * The sales journal in the form of the FEC. In come the issued documents of one business year and the numbers of their entries; out goes a
 * file of eighteen columns in which every entry is balanced. Start reading at {@code FecJournal}.
 */
package fr.syaga.facturation.export.fec;
