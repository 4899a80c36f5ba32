package org.metalayer.server.testing;

import static io.restassured.RestAssured.given;

import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/** The operator of the Main System under test, by the token it left for the command line. */
public final class TestOperator {

    private TestOperator() {}

    public static String token() {
        try {
            return Files.readString(MainSystemResource.data().resolve("operator.token")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A JSON request with full rights. */
    public static RequestSpecification request() {
        return given().header("Authorization", "Bearer " + token()).contentType("application/json");
    }
}
