package fr.syaga.facturation.clockify.mapping;

/** Told when a person decided which customers clients are: unbilled time is judged again. */
public record MappingsChanged() {}
