/** What each piece of time means for a bill: ordered rules as data, a person's choice before them, and the reason beside each verdict. */
package fr.syaga.facturation.clockify.category;
