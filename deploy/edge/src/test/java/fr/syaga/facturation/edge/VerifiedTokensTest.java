package fr.syaga.facturation.edge;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;

import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.ParseException;
import io.smallrye.jwt.build.Jwt;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class VerifiedTokensTest {

    private static KeyPair ours;
    private static KeyPair another;

    private final VerifiedTokens tokens = new VerifiedTokens();

    @BeforeAll
    static void makesKeys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        ours = generator.generateKeyPair();
        another = generator.generateKeyPair();
    }

    @Test
    void oneIsCheckedOnceWhileItIsKept() throws Exception {
        String token = token(60);

        assertThat(tokens.parse(token, strict(ours))).isSameAs(tokens.parse(token, strict(ours)));
    }

    @Test
    void itIsNotKeptPastItsOwnEnd() throws Exception {
        String token = token(2);
        assertThat(tokens.parse(token, strict(ours)).getName()).isEqualTo("owner");

        Thread.sleep(3000);

        assertThatExceptionOfType(ParseException.class).isThrownBy(() -> tokens.parse(token, strict(ours)));
    }

    @Test
    void whatWasRefusedIsNotKept() throws Exception {
        String token = token(60);
        assertThatExceptionOfType(ParseException.class).isThrownBy(() -> tokens.parse(token, strict(another)));
        assertThatExceptionOfType(ParseException.class).isThrownBy(() -> tokens.parse(token, strict(another)));

        assertThat(tokens.parse(token, strict(ours)).getName()).isEqualTo("owner");
    }

    private static String token(int seconds) {
        return Jwt.upn("owner").issuer("us").expiresIn(seconds).sign(ours.getPrivate());
    }

    private static JWTAuthContextInfo strict(KeyPair keys) {
        JWTAuthContextInfo context = new JWTAuthContextInfo((RSAPublicKey) keys.getPublic(), "us");
        context.setClockSkew(0);
        return context;
    }
}
