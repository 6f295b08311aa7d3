/**
 * What all file formats share: a set of frozen invoices that is read one by one, and the interface of a renderer that writes it as a file.
 * In come gzipped invoices and what their format says besides; out comes one whole and checked file. Renderers read no database and call
 * nobody. Start reading at {@code Renderer} and {@code DocumentSet}.
 */
package fr.syaga.facturation.export.document;
