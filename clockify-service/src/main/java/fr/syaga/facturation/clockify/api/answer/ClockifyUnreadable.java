package fr.syaga.facturation.clockify.api.answer;

import java.net.URI;

import jakarta.ws.rs.core.Response;

import io.quarkiverse.resteasy.problem.HttpProblem;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Clockify cannot be read now, or not further; nothing known is lost by it. */
public final class ClockifyUnreadable extends RuntimeException {

    public static final int TOO_MANY = 429;
    static final int BAD_GATEWAY = 502;
    static final int UNAVAILABLE = 503;
    static final int TIMEOUT = 504;

    private static final long serialVersionUID = 1L;
    private static final long A_MINUTE = 60;

    private final int status;
    private final String code;
    private final long retryAfterSeconds;

    private ClockifyUnreadable(int status, String code, String sentence, long retryAfterSeconds) {
        super(sentence);
        this.status = status;
        this.code = code;
        this.retryAfterSeconds = retryAfterSeconds;
    }

    public static ClockifyUnreadable quota(String sentence, long retryAfterSeconds) {
        return new ClockifyUnreadable(TOO_MANY, "clockify-quota", sentence, Math.max(1, retryAfterSeconds));
    }

    public static ClockifyUnreadable garbled(String sentence) {
        return new ClockifyUnreadable(BAD_GATEWAY, "clockify-unreadable", sentence, A_MINUTE);
    }

    public static ClockifyUnreadable refused(int status) {
        return new ClockifyUnreadable(
                BAD_GATEWAY,
                "clockify-refused",
                "Clockify refused the request with status %d; check the key, the workspace and the plan."
                        .formatted(status),
                A_MINUTE);
    }

    public static ClockifyUnreadable down(String sentence) {
        return new ClockifyUnreadable(UNAVAILABLE, "clockify-unavailable", sentence, A_MINUTE);
    }

    public static ClockifyUnreadable slow() {
        return new ClockifyUnreadable(TIMEOUT, "clockify-timeout", "Clockify did not answer in time.", A_MINUTE);
    }

    /** Refuses an answer that is no entry: it is null, because it has neither an id nor a start. */
    public static <T> T requireEntry(T answer) {
        if (answer == null) {
            throw garbled("An entry of Clockify's has no id or no start.");
        }
        return answer;
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public long retryAfterSeconds() {
        return retryAfterSeconds;
    }

    /** Makes the problem document of it, where no run is there to say what was read. */
    static class Mapper {

        @ServerExceptionMapper
        Response toResponse(ClockifyUnreadable unreadable) {
            return HttpProblem.builder()
                    .withType(URI.create("urn:facturation:problem:" + unreadable.code()))
                    .withTitle("Clockify cannot be reached now")
                    .withStatus(unreadable.status())
                    .withDetail(unreadable.getMessage())
                    .withHeader("Retry-After", unreadable.retryAfterSeconds())
                    .build()
                    .toResponse();
        }
    }
}
