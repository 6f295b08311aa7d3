package fr.syaga.facturation.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class KeyRotationTest {

    @TempDir
    Path folder;

    private KeyRotation rotation;

    @BeforeEach
    void secrets() throws IOException {
        new ComposeSecrets(folder).complete();
        rotation = new KeyRotation(folder);
    }

    @Test
    void theNextKeyIsPublishedBeforeItSignsAndTheOldOneStaysUntilItIsForgotten() throws Exception {
        String old = Keys.in(folder).token("reader");

        assertThat(rotation.publishNext()).isEqualTo("facturation-2");
        assertThat(published()).containsExactly("facturation-1", "facturation-2");
        assertThat(accepted(Keys.in(folder).token("reader"))).isEqualTo("facturation-1");

        assertThat(rotation.useNext()).isEqualTo("facturation-2");
        assertThat(accepted(Keys.in(folder).token("reader"))).isEqualTo("facturation-2");
        assertThat(accepted(old)).isEqualTo("facturation-1");

        rotation.forgetOld();
        assertThat(published()).containsExactly("facturation-2");
        assertThatThrownBy(() -> accepted(old)).isInstanceOf(InvalidJwtException.class);
    }

    @Test
    void publishingTheNextKeyTwicePublishesOne() throws Exception {
        rotation.publishNext();

        assertThat(rotation.publishNext()).isEqualTo("facturation-2");
        assertThat(published()).hasSize(2);
    }

    @Test
    void noStepComesBeforeItsTurn() throws Exception {
        assertThatThrownBy(rotation::useNext).isInstanceOf(Trouble.class).hasMessageContaining("next-key");

        rotation.publishNext();
        assertThatThrownBy(rotation::forgetOld).isInstanceOf(Trouble.class).hasMessageContaining("use-next-key");
    }

    @Test
    void secretsThatAreThereAreKept() throws IOException {
        String password = Files.readString(folder.resolve("db_invoice"));
        Files.writeString(folder.resolve("clockify_api_key"), "given by a person");

        new ComposeSecrets(folder).complete();

        assertThat(folder.resolve("db_invoice")).hasContent(password);
        assertThat(folder.resolve("clockify_api_key")).hasContent("given by a person");
    }

    private List<String> published() throws IOException, JoseException {
        return new JsonWebKeySet(Files.readString(folder.resolve("jwks.json")))
                .getJsonWebKeys().stream().map(JsonWebKey::getKeyId).toList();
    }

    /** The name of the key by which the services would accept the token. */
    private String accepted(String token) throws Exception {
        JsonWebKeySet keys = new JsonWebKeySet(Files.readString(folder.resolve("jwks.json")));
        return new JwtConsumerBuilder()
                .setExpectedIssuer("facturation")
                .setVerificationKeyResolver(new JwksVerificationKeyResolver(keys.getJsonWebKeys()))
                .build()
                .process(token)
                .getJoseObjects()
                .get(0)
                .getKeyIdHeaderValue();
    }
}
