/**
 * Who works on what now, and how the month goes. In come running timers and the month's time, out comes a picture, once
 * or as a stream. Start with MonitoringResource.
 */
package fr.syaga.facturation.clockify.monitoring;
