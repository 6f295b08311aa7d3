package fr.syaga.facturation.edge;

import java.util.Arrays;

import jakarta.ws.rs.core.Response.Status;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The header {@code If-Match} of a change: the versions that its writer may have seen, so that nobody overwrites what somebody
 * else changed meanwhile. Without the header nothing is checked.
 *
 * @param header such as {@code "3"}, with or without quotes; {@code *} for any version
 */
@Schema(
        type = SchemaType.STRING,
        description = "The version that was read, as its ETag says it; 412 when it is another one now",
        examples = "\"3\"")
public record IfMatch(String header) {

    /** Read by the framework from the header. */
    public static IfMatch valueOf(String header) {
        return new IfMatch(header);
    }

    /** @throws Rejection 412 when the writer saw another version than the present one */
    public static void check(IfMatch seen, int presentVersion) {
        if (seen != null && !seen.allows(presentVersion)) {
            throw Rejection.of(
                    Status.PRECONDITION_FAILED,
                    "changed-meanwhile",
                    "It was changed meanwhile: its version is %d, not %s. Read it again, then repeat the change."
                            .formatted(presentVersion, seen.header.strip()));
        }
    }

    private boolean allows(int version) {
        return Arrays.stream(header.split(","))
                .map(String::strip)
                .anyMatch(tag -> tag.equals("*") || tag.replace("\"", "").equals(Integer.toString(version)));
    }
}
