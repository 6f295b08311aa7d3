package fr.syaga.facturation.clockify.api.answer;

/**
 * The name behind one of Clockify's ids.
 *
 * @param detail a person's e-mail or a project's client
 */
public record StoredName(String name, String detail) {}
