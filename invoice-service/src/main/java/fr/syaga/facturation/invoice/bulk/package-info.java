/** Many rows at once into a table, as PostgreSQL takes them fastest. */
package fr.syaga.facturation.invoice.bulk;
