/** An export from the request to the file: the frozen selection, the work in the background, the stored bytes. */
package fr.syaga.facturation.export.export;
