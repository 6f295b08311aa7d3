package fr.syaga.facturation.testing;

import java.util.Set;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import io.smallrye.jwt.build.Jwt;

import static io.restassured.RestAssured.given;

/** Who calls in a test: a person or a service with one role and a valid token. */
public enum Caller {
    READER,
    OPERATOR,
    ADMIN,
    SERVICE;

    public String token() {
        String role = name().toLowerCase();
        return Jwt.upn("test-" + role).groups(Set.of(role)).sign();
    }

    /** A JSON request that bears this caller's token. */
    public RequestSpecification calls() {
        return given().auth().oauth2(token()).contentType(ContentType.JSON);
    }

    /** A request without a body type, for uploads. */
    public RequestSpecification uploads() {
        return given().auth().oauth2(token());
    }
}
