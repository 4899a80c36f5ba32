package org.metalayer.server.platform.rest;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.metalayer.protocol.dsse.Envelope;
import org.metalayer.protocol.message.SessionRequest;
import org.metalayer.protocol.ratchet.RenewalClaim;
import org.metalayer.protocol.ratchet.RequestId;
import org.metalayer.server.testing.TestOperator;
import org.metalayer.server.testing.VirtualStick;

/** Every text that an operator's request can carry, as the API describes itself. */
@QuarkusTest
class UnstorableTextTest {

    private static final String JSON = "application/json";

    private JsonNode description = new ObjectMapper().createObjectNode();

    @BeforeEach
    void readTheDescription() throws IOException {
        description =
                new ObjectMapper()
                        .readTree(
                                given().accept(JSON)
                                        .get("/q/openapi?format=json")
                                        .then()
                                        .statusCode(200)
                                        .extract()
                                        .asByteArray());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\u0000b", "a\\ud800b", "\\udc00"})
    void noBodyTakesIt(String text) {
        List<String> swept = new ArrayList<>();
        operations((method, path, operation) ->
                texts(operation)
                        .forEach(field -> {
                            String body = "{\"%s\":\"%s\"}".formatted(field, text);
                            swept.add(path + " " + field);
                            refused(TestOperator.request().body(body), method, path, field);
                        }));
        assertThat(swept)
                .contains(
                        "/api/v1/session username",
                        "/api/v1/api-tokens name",
                        "/api/v1/enrolment-codes note",
                        "/api/v1/operators username",
                        "/api/v1/rollouts/{id}/{verb} reason",
                        "/api/v1/upgrade-reports/{id}/decision reason");
    }

    @Test
    void noQueryTakesIt() {
        List<String> swept = new ArrayList<>();
        operations((method, path, operation) -> {
            for (JsonNode parameter : operation.path("parameters")) {
                String name = parameter.path("name").asText();
                if (parameter.path("in").asText().equals("query")) {
                    swept.add(path + " " + name);
                    refused(
                            TestOperator.request().urlEncodingEnabled(false),
                            method,
                            path + "?" + name + "=a%00b",
                            name);
                }
            }
        });
        assertThat(swept)
                .contains(
                        "/api/v1/sticks q",
                        "/api/v1/releases component",
                        "/api/v1/components after");
    }

    @Test
    void noSignatureNamesSuchAKey() {
        VirtualStick stick = VirtualStick.fresh();
        Envelope enrolment = stick.enrolment(Optional.empty()).sign(stick.key());
        Envelope session =
                new SessionRequest(
                                stick.moduleId(),
                                VirtualStick.challenge(),
                                new RenewalClaim(0, "", new RequestId("0".repeat(32)), false),
                                Optional.empty())
                        .sign(stick.key());

        VirtualStick.post("enrolments", withOddKeyId(enrolment)).then().statusCode(400);
        VirtualStick.post("sessions", withOddKeyId(session)).then().statusCode(400);
    }

    private static byte[] withOddKeyId(Envelope envelope) {
        String keyId = envelope.signatures().getFirst().keyId();
        return new String(envelope.encode(), UTF_8).replace(keyId, "\\u0000").getBytes(UTF_8);
    }

    private interface Visitor {
        void visit(String method, String path, JsonNode operation);
    }

    private void operations(Visitor visitor) {
        for (Map.Entry<String, JsonNode> path : description.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                visitor.visit(
                        operation.getKey().toUpperCase(Locale.ROOT),
                        path.getKey(),
                        operation.getValue());
            }
        }
    }

    /** The members of its body that can be any text. */
    private List<String> texts(JsonNode operation) {
        String reference =
                operation
                        .path("requestBody")
                        .path("content")
                        .path(JSON)
                        .path("schema")
                        .path("$ref")
                        .asText();
        JsonNode schema =
                description
                        .path("components")
                        .path("schemas")
                        .path(reference.substring(reference.lastIndexOf('/') + 1));
        return schema.path("properties").properties().stream()
                .filter(property -> property.getValue().path("type").toString().contains("string"))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static void refused(
            RequestSpecification request, String method, String path, String field) {
        String concrete =
                path.replace("{id}", new UUID(1, 2).toString())
                        .replace("{verb}", "pause")
                        .replace("{name}", "clock")
                        .replace("{version}", "1");
        Response answer = request.request(method, concrete);
        assertThat(answer.statusCode()).as(method + " " + path + " " + field).isEqualTo(400);
        assertThat(answer.jsonPath().getString("detail"))
                .as(method + " " + path)
                .contains("'" + field + "' has NUL or half a surrogate pair");
    }
}
