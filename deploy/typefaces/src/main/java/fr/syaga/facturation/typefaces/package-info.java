/** Fonts of all scripts for pages that are printed; start reading at {@link fr.syaga.facturation.typefaces.Typefaces}. */
package fr.syaga.facturation.typefaces;
