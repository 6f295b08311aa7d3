/** What should be put right before it costs money, and how the day goes: told once each. */
package fr.syaga.facturation.clockify.reminder;
