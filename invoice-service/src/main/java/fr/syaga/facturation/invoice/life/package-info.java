/**
 * What happens to a document after it was written: approved, reopened, cancelled, issued, exported, sent. A call comes in; the changed
 * document and one journal record go out, in one transaction. Start reading at {@code InvoiceChanges}.
 */
package fr.syaga.facturation.invoice.life;
