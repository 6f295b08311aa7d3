/**
 * Takes in Clockify's webhooks. In comes an event with its token, out comes the note that an entry is to be read again;
 * the next sync reads it. Start with WebhookResource.
 */
package fr.syaga.facturation.clockify.webhook;
