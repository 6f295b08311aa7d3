/**
 * Up to a thousand documents in one call, done by the hundred in one transaction; each succeeds or fails alone. Items come in, an
 * outcome for each goes out in their order. The batches were tuned for few statements: add no query per item. Start reading at
 * {@code InChunks}.
 */
package fr.syaga.facturation.invoice.batch;
