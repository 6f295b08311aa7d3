package fr.syaga.facturation.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.Set;

import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/** The key pair that signs tokens and the passwords of the run: made at the first run, kept for the owner's eyes only. */
final class Keys {

    static final Set<String> ROLES = Set.of("reader", "operator", "admin");

    private static final String FIRST_ID = "facturation-1";
    private static final int KEY_BITS = 2048;
    private static final int SECRET_BYTES = 24;
    private static final float TOKEN_MINUTES = 8 * 60f;

    private final Path signingKey;
    private final Path signingKeyId;
    private final Path jwks;
    private final Path secrets;

    private Keys(Path folder) {
        signingKey = folder.resolve("signing-key.pem");
        signingKeyId = folder.resolve("signing-key-id");
        jwks = folder.resolve("jwks.json");
        secrets = folder.resolve("secrets.properties");
    }

    /** The keys of this run; those that are missing are made. */
    static Keys of(Home home) {
        return in(home.keys());
    }

    static Keys in(Path folder) {
        Keys keys = new Keys(folder);
        try {
            if (!Files.exists(keys.signingKey) || !Files.exists(keys.jwks)) {
                keys.makePair();
            }
            return keys;
        } catch (IOException | JoseException | GeneralSecurityException e) {
            throw new Trouble("The keys in %s cannot be read or made: %s".formatted(folder, e.getMessage()), e);
        }
    }

    private void makePair() throws IOException, JoseException, GeneralSecurityException {
        KeyPair pair = newPair();
        OwnFiles.write(
                jwks, new JsonWebKeySet(published(pair, FIRST_ID)).toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY));
        OwnFiles.secret(signingKey, pem(pair));
    }

    static KeyPair newPair() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(KEY_BITS);
        return generator.generateKeyPair();
    }

    /** The half that whoever checks tokens reads. */
    static JsonWebKey published(KeyPair pair, String id) throws JoseException {
        PublicJsonWebKey key = PublicJsonWebKey.Factory.newPublicJwk(pair.getPublic());
        key.setKeyId(id);
        key.setUse("sig");
        key.setAlgorithm(AlgorithmIdentifiers.RSA_USING_SHA256);
        return key;
    }

    static String pem(KeyPair pair) {
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                        .encodeToString(pair.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
    }

    /** The name of the key that signs; the first has one although no file tells it. */
    String signingKeyId() throws IOException {
        return Files.exists(signingKeyId) ? Files.readString(signingKeyId).strip() : FIRST_ID;
    }

    Path signingKey() {
        return signingKey;
    }

    Path jwks() {
        return jwks;
    }

    /** A token of a role for eight hours. */
    String token(String role) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer("facturation");
        claims.setSubject("local-" + role);
        claims.setStringClaim("upn", "local-" + role);
        claims.setStringListClaim("groups", List.of(role));
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(TOKEN_MINUTES);
        claims.setGeneratedJwtId();
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        signature.setHeader("typ", "JWT");
        try {
            signature.setKeyIdHeaderValue(signingKeyId());
            signature.setKey(privateKey());
            return signature.getCompactSerialization();
        } catch (IOException | JoseException | GeneralSecurityException e) {
            throw new Trouble("The signing key %s cannot be used: %s".formatted(signingKey, e.getMessage()), e);
        }
    }

    private PrivateKey privateKey() throws IOException, GeneralSecurityException {
        String base64 = Files.readString(signingKey).replaceAll("-----[A-Z ]+-----|\\s", "");
        return KeyFactory.getInstance("RSA")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
    }

    static String newSecret() {
        byte[] random = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    /** A random secret under a name, the same at every run. */
    synchronized String secret(String name) {
        try {
            Properties known = new Properties();
            if (Files.exists(secrets)) {
                try (var in = Files.newBufferedReader(secrets)) {
                    known.load(in);
                }
            }
            String secret = known.getProperty(name);
            if (secret == null) {
                secret = newSecret();
                String lines = Files.exists(secrets) ? Files.readString(secrets) : "";
                OwnFiles.secret(secrets, lines + name + "=" + secret + "\n");
            }
            return secret;
        } catch (IOException e) {
            throw new Trouble("The secrets in %s cannot be read or written: %s".formatted(secrets, e.getMessage()), e);
        }
    }
}
