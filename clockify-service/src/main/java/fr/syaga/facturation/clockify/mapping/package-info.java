/**
 * Which customer each client, project or word stands for: found by its name, or decided by a person. In come names that
 * entries have and a person's decisions, out comes a {@link fr.syaga.facturation.clockify.mapping.CustomerFinder}. Start
 * with CustomerMappings.
 */
package fr.syaga.facturation.clockify.mapping;
