/**
 * The XML file that Oxygène imports. In come documents, each with its key, and the profile of the order; out goes one PIECE a document, in
 * a file that fits the schema. Start reading at {@code OxygeneXml} and {@code OxygenePiece}.
 */
package fr.syaga.facturation.export.oxygenexml;
