package fr.syaga.facturation.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.List;

import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.lang.JoseException;

/**
 * Another key for signing, without a moment in which a good token is refused: it is published first, signs once everybody has
 * read it, and the old one is forgotten when no token of it can be alive.
 */
final class KeyRotation {

    private static final String PREFIX = "facturation-";

    private final Path jwks;
    private final Path signingKey;
    private final Path signingKeyId;
    private final Path nextKey;
    private final Path nextKeyId;

    KeyRotation(Path folder) {
        jwks = folder.resolve("jwks.json");
        signingKey = folder.resolve("signing-key.pem");
        signingKeyId = folder.resolve("signing-key-id");
        nextKey = folder.resolve("next-signing-key.pem");
        nextKeyId = folder.resolve("next-signing-key-id");
    }

    /** @return the name of the key that is published now and signs nothing yet */
    String publishNext() throws IOException, JoseException, GeneralSecurityException {
        if (Files.exists(nextKeyId)) {
            return Files.readString(nextKeyId);
        }
        JsonWebKeySet published = published();
        String id = PREFIX + (last(published.getJsonWebKeys()) + 1);
        KeyPair pair = Keys.newPair();
        OwnFiles.secret(nextKey, Keys.pem(pair));
        published.addJsonWebKey(Keys.published(pair, id));
        publish(published);
        OwnFiles.write(nextKeyId, id);
        return id;
    }

    private static int last(List<JsonWebKey> keys) {
        return keys.stream()
                .map(JsonWebKey::getKeyId)
                .filter(id -> id.matches(PREFIX + "\\d+"))
                .mapToInt(id -> Integer.parseInt(id.substring(PREFIX.length())))
                .max()
                .orElse(0);
    }

    /** @return the name of the key that signs from now on */
    String useNext() throws IOException {
        if (!Files.exists(nextKeyId)) {
            throw new Trouble("There is no next key: deploy/secrets.sh next-key makes and publishes it first.");
        }
        Files.move(nextKey, signingKey, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        Files.move(nextKeyId, signingKeyId, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        return Files.readString(signingKeyId);
    }

    /** Tokens of every key but the one that signs are refused from now on. */
    void forgetOld() throws IOException, JoseException {
        if (Files.exists(nextKeyId)) {
            throw new Trouble("The next key does not sign yet: deploy/secrets.sh use-next-key comes first.");
        }
        String current = Files.readString(signingKeyId).strip();
        publish(new JsonWebKeySet(published().getJsonWebKeys().stream()
                .filter(key -> current.equals(key.getKeyId()))
                .toList()));
    }

    private JsonWebKeySet published() throws IOException, JoseException {
        return new JsonWebKeySet(Files.readString(jwks));
    }

    private void publish(JsonWebKeySet keys) throws IOException {
        OwnFiles.write(jwks, keys.toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY));
    }
}
