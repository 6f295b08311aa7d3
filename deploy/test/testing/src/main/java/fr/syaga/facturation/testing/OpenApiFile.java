package fr.syaga.facturation.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** The service's {@code openapi.yaml}: a change of the API is seen in review, so the file must say what the code does. */
public final class OpenApiFile {

    private static final Path FILE = Path.of("openapi.yaml");

    private OpenApiFile() {}

    /** Fails when the running service and the file differ; {@code -Dopenapi.write=true} writes the file instead. */
    public static void assertUpToDate() {
        String served =
                given().get("/q/openapi").then().statusCode(200).extract().asString();
        try {
            if (Boolean.getBoolean("openapi.write")) {
                Files.writeString(FILE, served);
            }
            assertThat(Files.exists(FILE) ? Files.readString(FILE) : "")
                    .as(
                            "openapi.yaml is not what the service serves; run the test with -Dopenapi.write=true and commit it")
                    .isEqualTo(served);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
