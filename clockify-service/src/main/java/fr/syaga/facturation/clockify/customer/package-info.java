/** Which customer a Clockify client stands for; what nobody knows is listed and never billed. */
package fr.syaga.facturation.clockify.customer;
