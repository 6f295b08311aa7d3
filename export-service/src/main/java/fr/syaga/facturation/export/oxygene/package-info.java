/** The register of what left for Oxygène: which invoice, in which file, under which key that is never used again. */
package fr.syaga.facturation.export.oxygene;
