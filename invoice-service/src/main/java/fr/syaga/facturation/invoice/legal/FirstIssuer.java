package fr.syaga.facturation.invoice.legal;

/** Somebody said for the first time which company issues: documents that waited for that can be frozen. */
public record FirstIssuer() {}
