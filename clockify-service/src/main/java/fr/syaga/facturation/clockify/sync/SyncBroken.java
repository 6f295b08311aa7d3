package fr.syaga.facturation.clockify.sync;

import java.net.URI;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

import jakarta.ws.rs.core.Response;

import io.quarkiverse.resteasy.problem.HttpProblem;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import fr.syaga.facturation.clockify.api.answer.ClockifyUnreadable;

/** A run that Clockify did not let come to its end: says what was read and is kept, and what was not. */
final class SyncBroken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient SyncProgress progress;
    private final ClockifyUnreadable why;

    SyncBroken(SyncProgress progress, ClockifyUnreadable why) {
        super(why.getMessage(), why);
        this.progress = progress;
        this.why = why;
    }

    private HttpProblem problem() {
        LocalDate readTo = progress.readTo();
        LocalDate open = readTo == null ? progress.from() : readTo.plusDays(1);
        HttpProblem.Builder problem = HttpProblem.builder()
                .withType(URI.create("urn:facturation:problem:" + why.code()))
                .withTitle("Clockify cannot be read now")
                .withStatus(why.status())
                .withDetail(why.getMessage() + " What was read is kept; nothing known was lost.")
                .withHeader("Retry-After", why.retryAfterSeconds())
                .with("entriesRead", progress.read())
                .with("requests", progress.requests());
        if (readTo != null) {
            problem.with("read", span(progress.from(), readTo));
        }
        if (!open.isAfter(progress.to())) {
            problem.with("notRead", span(open, progress.to()));
        }
        return problem.build();
    }

    private static Map<String, LocalDate> span(LocalDate from, LocalDate to) {
        Map<String, LocalDate> span = new HashMap<>();
        span.put("from", from);
        span.put("to", to);
        return span;
    }

    /** Makes the problem document of it. */
    static class Mapper {

        @ServerExceptionMapper
        Response toResponse(SyncBroken broken) {
            return broken.problem().toResponse();
        }
    }
}
