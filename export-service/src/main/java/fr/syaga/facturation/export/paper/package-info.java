/**
 * The printed document. In come an invoice, the facts that its page must mention and the issuer's logo; out comes a PDF/A-3. Start reading
 * at {@code Paper}, which prints one document, and {@code PaperPage}, which says what stands on it.
 */
package fr.syaga.facturation.export.paper;
