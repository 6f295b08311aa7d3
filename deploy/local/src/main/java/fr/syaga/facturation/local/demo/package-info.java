/** The main job on the demonstration's data, over the services' own API, twice, with every figure checked. */
package fr.syaga.facturation.local.demo;
