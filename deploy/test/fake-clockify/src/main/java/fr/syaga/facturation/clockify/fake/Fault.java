package fr.syaga.facturation.clockify.fake;

/** A way in which the next answer goes wrong. */
public enum Fault {
    /** The connection closes without an answer. */
    CONNECTION_RESET,
    /** 200, and a body that ends in the middle. */
    TRUNCATED_JSON,
    /** A gateway's HTML page with status 502. */
    HTML_BAD_GATEWAY,
    /** 503 without a body. */
    UNAVAILABLE,
    /** 500 with a JSON body. */
    SERVER_ERROR,
    /** 429 with a JSON body and Retry-After. */
    TOO_MANY_WITH_RETRY_AFTER,
    /** 429 with a JSON body only. */
    TOO_MANY_WITHOUT_HEADER,
    /** 429 with an empty body. */
    TOO_MANY_EMPTY,
    /** The right answer, but only after {@link FakeClockify#slowness(java.time.Duration)}. */
    SLOW
}
