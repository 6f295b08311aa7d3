package fr.syaga.facturation.clockify.fake;

import java.time.Instant;

/**
 * A request that arrived, whatever became of it.
 *
 * @param path with the leading {@code /api/v1} or {@code /report/v1}
 * @param query the raw query, or null
 */
public record Request(Instant at, String method, String path, String query, int status) {}
