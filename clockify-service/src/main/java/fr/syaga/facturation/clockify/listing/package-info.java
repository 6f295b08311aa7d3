/**
 * Entries as they are shown, and their list. In comes a filter with a cursor, out comes a page of views. Start with
 * TimeEntryResource.
 */
package fr.syaga.facturation.clockify.listing;
