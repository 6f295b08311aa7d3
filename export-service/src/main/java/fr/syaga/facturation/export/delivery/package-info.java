/** What goes to the customer: the preview of a document, and its delivery by mail, once, after a person's yes. */
package fr.syaga.facturation.export.delivery;
