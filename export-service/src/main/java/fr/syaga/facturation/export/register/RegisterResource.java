package fr.syaga.facturation.export.register;

import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.Operation;

import fr.syaga.facturation.edge.Page;
import fr.syaga.facturation.edge.Rejection;
import fr.syaga.facturation.edge.RequestValue;

/** What left for Oxygène. A file that is not finished has let nothing leave. */
@Path("/api/v1/oxygene/register")
public class RegisterResource {

    private final RegisterEntries entries;

    RegisterResource(RegisterEntries entries) {
        this.entries = entries;
    }

    @GET
    @RolesAllowed("reader")
    @Transactional
    @Operation(summary = "Which invoice left in which file under which key, oldest key first")
    public Page<RegisterLine> list(
            @QueryParam("invoice") String invoice,
            @QueryParam("export") String export,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") String limit) {
        int most = Page.limit(RequestValue.number("limit", limit));
        List<RegisterLine> found = entries
                .gone(
                        Page.keyOf(cursor, Long::valueOf).orElse(0L),
                        uuid("invoice", invoice),
                        uuid("export", export),
                        most + 1)
                .stream()
                .map(RegisterLine::of)
                .toList();
        return Page.of(found, most, line -> line.key().substring(1));
    }

    private static UUID uuid(String field, String value) {
        try {
            return value == null || value.isEmpty() ? null : UUID.fromString(value);
        } catch (IllegalArgumentException e) {
            throw Rejection.invalid(field, "is not an id");
        }
    }
}
