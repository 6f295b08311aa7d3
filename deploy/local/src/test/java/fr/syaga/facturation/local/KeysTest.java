package fr.syaga.facturation.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class KeysTest {

    @TempDir
    Path folder;

    @Test
    void aTokenIsAcceptedByWhoeverReadsThePublishedKeys() throws Exception {
        Home home = new Home(folder, folder, 18080);

        String token = Keys.of(home).token("operator");

        JsonWebKeySet published =
                new JsonWebKeySet(Files.readString(Keys.of(home).jwks()));
        JwtClaims claims = new JwtConsumerBuilder()
                .setExpectedIssuer("facturation")
                .setRequireExpirationTime()
                .setVerificationKeyResolver(new JwksVerificationKeyResolver(published.getJsonWebKeys()))
                .build()
                .processToClaims(token);
        assertThat(claims.getStringListClaimValue("groups")).isEqualTo(List.of("operator"));
        assertThat(claims.getExpirationTime().getValue() - claims.getIssuedAt().getValue())
                .isEqualTo(8 * 3600);
    }

    @Test
    void secretsStayTheSameAndAreTheOwnersAlone() throws Exception {
        Home home = new Home(folder, folder, 18080);
        String first = Keys.of(home).secret("db.invoice");

        assertThat(Keys.of(home).secret("db.invoice")).isEqualTo(first).hasSize(48);
        assertThat(Keys.of(home).secret("db.export")).isNotEqualTo(first);
        for (String file : List.of("signing-key.pem", "secrets.properties")) {
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(home.keys().resolve(file))))
                    .isEqualTo("rw-------");
        }
    }
}
