package fr.syaga.facturation.invoice;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.jwt.build.Jwt;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** A token that was checked once is not checked again for a while; what it may do stays exactly as it says. */
@QuarkusTest
class KeptTokenTest {

    @Test
    void anotherOneUnderTheSameSignatureIsRefused() {
        String token = Jwt.upn("reader").groups("reader").sign();
        assertThat(get(token)).isEqualTo(200);

        String[] parts = token.split("\\.");
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        parts[1] = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(claims.replace("reader", "admin ").getBytes(StandardCharsets.UTF_8));

        assertThat(get(String.join(".", parts))).isEqualTo(401);
        assertThat(get(parts[0] + "." + token.split("\\.")[1] + "." + "A".repeat(parts[2].length())))
                .isEqualTo(401);
    }

    @Test
    void twoCallersKeepTheirOwnRoles() {
        String reader = Jwt.upn("reads").groups("reader").sign();
        String admin = Jwt.upn("rules").groups("admin").sign();
        for (int i = 0; i < 2; i++) {
            assertThat(delete(reader)).isEqualTo(403);
            assertThat(delete(admin)).isEqualTo(404);
        }
    }

    private static int get(String token) {
        return given().auth().oauth2(token).get("/api/v1/invoices?limit=1").statusCode();
    }

    private static int delete(String token) {
        return given().auth()
                .oauth2(token)
                .delete("/api/v1/invoices/0198b2a0-0000-7000-8000-000000000000")
                .statusCode();
    }
}
