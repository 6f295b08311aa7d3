/** Takes in the time tracked in Clockify, says for each entry whether it is in a contract, billable or internal, and bills what is billable, once. */
package fr.syaga.facturation.clockify;
