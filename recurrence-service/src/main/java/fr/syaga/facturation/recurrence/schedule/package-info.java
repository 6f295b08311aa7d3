/** When something recurs: periodicities, due dates and the periods they stand for. Pure {@code java.time}; knows no clock. */
package fr.syaga.facturation.recurrence.schedule;
