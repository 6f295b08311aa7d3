package fr.syaga.facturation.edge;

import java.util.Arrays;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.ClientWebApplicationException;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Exceptions of the framework that would leave as something else than a clear problem document. They come before the
 * problem extension's own mappers: its mapper of 401 does not fit this Quarkus, and Jackson's messages name Java classes.
 */
class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    @ServerExceptionMapper(priority = 1)
    Response unauthorized(UnauthorizedException e) {
        return unauthorized();
    }

    @ServerExceptionMapper(priority = 1)
    Response authenticationFailed(AuthenticationFailedException e) {
        return unauthorized();
    }

    @ServerExceptionMapper(priority = 1)
    Response invalidFormat(InvalidFormatException e) {
        return unreadable(e);
    }

    @ServerExceptionMapper(priority = 1)
    Response mismatchedInput(MismatchedInputException e) {
        return unreadable(e);
    }

    @ServerExceptionMapper(priority = 1)
    Response unknownField(UnrecognizedPropertyException e) {
        return unreadable(e);
    }

    @ServerExceptionMapper(priority = 1)
    Response valueInstantiation(ValueInstantiationException e) {
        return e.getCause() instanceof Rejection rejection ? rejection.toResponse() : unreadable(e);
    }

    @ServerExceptionMapper(priority = 1)
    Response malformed(JsonParseException e) {
        return Rejection.invalid("body", "is not well-formed JSON%s".formatted(place(e)))
                .toResponse();
    }

    @ServerExceptionMapper(priority = 1)
    Response neighbourUnreachable(ProcessingException e) {
        LOG.warnf("A neighbour could not be reached: %s", e.getMessage());
        return Rejection.ofNeighbour("A service that this one needs", e).toResponse();
    }

    @ServerExceptionMapper(priority = 1)
    Response neighbourTimedOut(TimeoutException e) {
        return Rejection.ofNeighbour("A service that this one needs", e).toResponse();
    }

    @ServerExceptionMapper(priority = 1)
    Response neighbourFailed(ClientWebApplicationException e) {
        LOG.warnf("A neighbour refused a call: %s", e.getMessage());
        return Rejection.ofNeighbour("A service that this one needs", e).toResponse();
    }

    private static Response unauthorized() {
        return Response.fromResponse(Rejection.tokenRequired().toResponse())
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    private static Response unreadable(JsonMappingException e) {
        String field = e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .reduce("", String::concat);
        String name = field.isEmpty() ? "body" : field.startsWith(".") ? field.substring(1) : field;
        return Rejection.invalid(name, message(e) + place(e)).toResponse();
    }

    private static String message(JsonMappingException e) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            return "is no field here; the fields are "
                    + unknown.getKnownPropertyIds().stream()
                            .map(Object::toString)
                            .sorted()
                            .collect(Collectors.joining(", "));
        }
        if (!(e instanceof InvalidFormatException format)) {
            return "cannot be read here";
        }
        return format.getTargetType() != null && format.getTargetType().isEnum()
                ? "'%s' is none of %s"
                        .formatted(
                                format.getValue(),
                                Arrays.toString(format.getTargetType().getEnumConstants()))
                : "'%s' cannot be read here".formatted(format.getValue());
    }

    private static String place(JacksonException e) {
        return e.getLocation() == null
                ? ""
                : " (line %d, column %d)"
                        .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
    }
}
