/** What customers still owe, and whether a month is complete: what a bookkeeper looks at. */
package fr.syaga.facturation.invoice.receivable;
