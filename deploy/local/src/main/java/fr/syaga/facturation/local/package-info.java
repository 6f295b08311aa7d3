/** Runs the whole product on one machine without Docker: a real PostgreSQL, the four services as processes, a catcher for mail. */
package fr.syaga.facturation.local;
