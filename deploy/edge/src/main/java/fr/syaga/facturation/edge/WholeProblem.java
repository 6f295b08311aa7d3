package fr.syaga.facturation.edge;

import java.net.URI;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;

/** Gives every problem that the framework made the shape of our own: a stable type and a sentence. */
@ApplicationScoped
class WholeProblem implements ProblemPostProcessor {

    private static final Map<Integer, String> SENTENCES = Map.of(
            400, "The request cannot be read.",
            403, "The token is valid, but its role may not do this.",
            404, "There is nothing at this address.",
            405, "This address does not know that method.",
            406, "None of the accepted media types can be produced here.",
            413, "The body is larger than this service takes.",
            415, "The body's media type cannot be read here.",
            500, "An unexpected error; it was logged and nothing was half done.");

    private static final Map<Integer, String> CODES = Map.of(
            400, "invalid-request",
            403, "role-required",
            404, "not-found",
            405, "method-not-allowed",
            406, "not-acceptable",
            413, "too-large",
            415, "unsupported-media-type",
            500, "unexpected");

    @Override
    public HttpProblem apply(HttpProblem problem, ProblemContext context) {
        if (problem.getType() != null && problem.getDetail() != null) {
            return problem;
        }
        int status = problem.getStatusCode();
        return HttpProblem.builder(problem)
                .withType(URI.create("urn:facturation:problem:" + CODES.getOrDefault(status, "http-" + status)))
                .withDetail(detail(problem, status))
                .build();
    }

    private static String detail(HttpProblem problem, int status) {
        if (problem.getParameters().get("violations") instanceof Collection<?> violations) {
            return violations.stream().map(WholeProblem::sentence).collect(Collectors.joining("; "));
        }
        return SENTENCES.getOrDefault(status, problem.getTitle());
    }

    private static String sentence(Object violation) {
        return violation instanceof io.quarkiverse.resteasy.problem.validation.Violation v
                ? (v.field.isEmpty() ? v.in : v.field) + ": " + v.message
                : violation.toString();
    }
}
