package fr.syaga.facturation.local.demo;

import java.nio.file.Path;

/**
 * What a demonstration runs against and where its results go.
 *
 * @param token of an operator
 * @param data the demonstration's own documents and the figures that are expected of them
 * @param out holds the three files afterwards and nothing else
 * @param reports holds what was measured
 */
public record Target(
        String invoice,
        String recurrence,
        String clockify,
        String export,
        String token,
        Path data,
        Path out,
        Path reports) {}
