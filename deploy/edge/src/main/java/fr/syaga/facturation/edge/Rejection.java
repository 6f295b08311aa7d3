package fr.syaga.facturation.edge;

import java.net.URI;
import java.util.List;
import java.util.Set;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.Response.StatusType;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.core.json.JsonObject;

/**
 * A request that the business or its form refuses, answered as an RFC 9457 problem document. The type is stable and for
 * programs; the detail is a sentence for people that names the way out.
 */
public final class Rejection extends HttpProblem {

    private static final int UNPROCESSABLE = 422;
    private static final int RETRY_AFTER_SECONDS = 5;
    private static final String NEIGHBOUR_UNAVAILABLE = "neighbour-unavailable";
    private static final String NO_SENTENCE = "it gave no reason; its log does.";

    private static final String NEIGHBOUR_FAILED = "neighbour-failed";

    /** Too many requests, and what a proxy says of a service that is not there. */
    private static final Set<Integer> DOWN = Set.of(429, 502, 503, 504);

    private Rejection(Builder problem) {
        super(problem);
    }

    /** 409: a rule or a state says no. {@code code} is kebab-case and becomes {@code urn:facturation:problem:code}. */
    public static Rejection conflict(String code, String detail) {
        return of(Status.CONFLICT, code, detail);
    }

    /** 404: there is nothing under that name. */
    public static Rejection notFound(String what, Object id) {
        return of(Status.NOT_FOUND, "not-found", "There is no %s %s.".formatted(what, id));
    }

    /** 400: one field is unreadable or invalid. */
    public static Rejection invalid(String field, String message) {
        return new Rejection(problem(Status.BAD_REQUEST, "invalid-request", field + ": " + message)
                .with("violations", List.of(new Violation(field, message))));
    }

    /** 422: a file is not what it should be and is refused whole. */
    public static Rejection unusableFile(String code, String detail) {
        return of(Unprocessable.STATUS, code, detail);
    }

    /** 503 with Retry-After: a neighbour is down; nothing was done and the call can be repeated. */
    public static Rejection neighbourDown(String neighbour) {
        return new Rejection(problem(
                        Status.SERVICE_UNAVAILABLE,
                        NEIGHBOUR_UNAVAILABLE,
                        "%s cannot be reached; nothing was lost, repeat the call later.".formatted(neighbour))
                .withHeader("Retry-After", RETRY_AFTER_SECONDS));
    }

    /**
     * What became of a call that failed: 503 with Retry-After when the neighbour is down or refuses our token (keys that do not fit),
     * 502 without when it answered that it cannot do this: then its own sentence is told, and repeating does not help.
     */
    public static Rejection ofNeighbour(String neighbour, Exception cause) {
        Rejection told = cause instanceof WebApplicationException answer
                ? ofAnswer(neighbour, answer.getResponse())
                : neighbourDown(neighbour);
        told.initCause(cause);
        return told;
    }

    private static Rejection ofAnswer(String neighbour, Response answer) {
        int status = answer.getStatus();
        if (status == Status.UNAUTHORIZED.getStatusCode()) {
            return new Rejection(problem(
                            Status.SERVICE_UNAVAILABLE,
                            NEIGHBOUR_UNAVAILABLE,
                            "%s refuses the token of this service: FACTURATION_JWKS there must hold the key that FACTURATION_SIGNING_KEY and FACTURATION_SIGNING_KEY_ID name here. Nothing was lost, repeat the call then."
                                    .formatted(neighbour))
                    .withHeader("Retry-After", RETRY_AFTER_SECONDS));
        }
        JsonObject problem = problemOf(answer);
        boolean failedItself = problem.getString("type", "").endsWith(NEIGHBOUR_FAILED);
        return DOWN.contains(status) && !failedItself
                ? neighbourDown(neighbour)
                : of(
                        Status.BAD_GATEWAY,
                        NEIGHBOUR_FAILED,
                        "%s failed on this call (%d): %s"
                                .formatted(neighbour, status, problem.getString("detail", NO_SENTENCE)));
    }

    /** Empty for an answer that is no problem document, or one that was read already. */
    private static JsonObject problemOf(Response answer) {
        try {
            return new JsonObject(answer.readEntity(String.class));
        } catch (RuntimeException e) {
            return new JsonObject();
        }
    }

    /** 401: no token, or one that is not valid. */
    static Rejection tokenRequired() {
        return of(
                Status.UNAUTHORIZED,
                "token-required",
                "A valid bearer token is needed: Authorization: Bearer <token>.");
    }

    /** Any other status, for the few cases that have their own. */
    public static Rejection of(StatusType status, String code, String detail) {
        return new Rejection(problem(status, code, detail));
    }

    /** The stable name of the refusal, as in {@code urn:facturation:problem:code}. */
    public String code() {
        String type = getType().toString();
        return type.substring(type.lastIndexOf(':') + 1);
    }

    private static Builder problem(StatusType status, String code, String detail) {
        return HttpProblem.builder()
                .withType(URI.create("urn:facturation:problem:" + code))
                .withTitle(status.getReasonPhrase())
                .withStatus(status)
                .withDetail(detail);
    }

    /** A field and what is wrong with it. */
    public record Violation(String field, String message) {}

    private enum Unprocessable implements StatusType {
        STATUS;

        @Override
        public int getStatusCode() {
            return UNPROCESSABLE;
        }

        @Override
        public Status.Family getFamily() {
            return Status.Family.CLIENT_ERROR;
        }

        @Override
        public String getReasonPhrase() {
            return "Unprocessable Content";
        }
    }
}
