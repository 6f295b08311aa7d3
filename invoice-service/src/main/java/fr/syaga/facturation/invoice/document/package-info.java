/** The paper that Oxygène printed of a document: kept byte for byte, so that no second paper of ours goes out. */
package fr.syaga.facturation.invoice.document;
