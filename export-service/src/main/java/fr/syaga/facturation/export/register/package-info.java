/**
 * The register of what left for Oxygène: which invoice, in which file, under which key that is never used again. In come the documents of an
 * order; out come their keys, and for a caller where each document went. Start reading at {@code RegisterEntry}.
 */
package fr.syaga.facturation.export.register;
