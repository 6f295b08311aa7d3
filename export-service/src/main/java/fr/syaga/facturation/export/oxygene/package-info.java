/**
 * How Oxygène is told about documents: the profile (settings, and over them an admin's choice), Oxygène's own code tables as they were
 * uploaded, and the texts and keys of its imports. In come settings, choices and CSV files; out come the codes that a document leaves with.
 * Start reading at {@code OxygeneProfile} and {@code OxygeneTables}.
 */
package fr.syaga.facturation.export.oxygene;
