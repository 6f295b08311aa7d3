/**
 * What the four services do alike at their HTTP edge, so that a caller meets one set of manners: problem documents, bearer
 * tokens, pages, lines of JSON, rows by COPY, the business date. It owns no business rule, no entity and no name of a service.
 */
package fr.syaga.facturation.edge;
