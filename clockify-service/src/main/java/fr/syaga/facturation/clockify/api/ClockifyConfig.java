package fr.syaga.facturation.clockify.api;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;

import fr.syaga.facturation.edge.Rejection;

/** How to reach Clockify, and how often at most. */
@ConfigMapping(prefix = "clockify")
public interface ClockifyConfig {

    /** Ends in {@code /api/v1}. */
    URI apiUrl();

    /** Ends in {@code /v1} or {@code /report/v1}; it does not follow from the other address. */
    URI reportsUrl();

    /** The key of a user of the workspace; without it nothing syncs. */
    Optional<String> apiKey();

    /** The workspace that is read; without it nothing syncs. */
    Optional<String> workspaceId();

    /** Requests in a rolling hour for everything we do; 30 on a free workspace. */
    int hourlyQuota();

    /** Requests that one run sends at most. */
    int requestsPerRun();

    /** {@code EVENT=token,…}: one token a webhook, and one webhook an event. */
    Optional<String> webhookTokens();

    /** How long Clockify may take for one answer. */
    Duration timeout();

    /** How often the timer reads from Clockify. */
    Duration syncEvery();

    default boolean isConfigured() {
        return apiKey().isPresent() && workspaceId().isPresent();
    }

    default void requireConfigured() {
        if (!isConfigured()) {
            throw Rejection.conflict(
                    "clockify-not-configured",
                    "Clockify's key or workspace is not set; set CLOCKIFY_API_KEY and CLOCKIFY_WORKSPACE_ID and start again.");
        }
    }
}
