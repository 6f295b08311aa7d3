/**
 * Starts and stops the timer, in Clockify, of the person whose key it is. In comes what to work on, out comes the entry
 * as it was stored. Start with OwnTimer.
 */
package fr.syaga.facturation.clockify.timer;
