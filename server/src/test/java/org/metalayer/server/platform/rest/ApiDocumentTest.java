package org.metalayer.server.platform.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The dashboard's client is generated from a copy of the API's description. */
@QuarkusTest
class ApiDocumentTest {

    private static final Path COPY = Path.of("../dashboard-web/openapi.json");
    private static final Path REAL = Path.of("target/openapi.json");
    private static final ObjectMapper JSON =
            new ObjectMapper()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    @Test
    void theDashboardKnowsTheApiAsItIs() throws IOException {
        String served =
                given().get("/q/openapi?format=json").then().statusCode(200).extract().asString();
        String real = JSON.writeValueAsString(JSON.readValue(served, Object.class)) + "\n";
        Files.writeString(REAL, real);
        assertThat(Files.readString(COPY))
                .as(
                        "the API changed: run npm run generate:api in dashboard-web, which takes"
                                + " server/%s",
                        REAL)
                .isEqualTo(real);
    }
}
