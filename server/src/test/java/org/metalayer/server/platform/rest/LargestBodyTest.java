package org.metalayer.server.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.metalayer.server.testing.TestOperator;

/** Above every limit there is still an answer that says the limit. */
@QuarkusTest
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class LargestBodyTest {

    private static final int MEBIBYTE = 1 << 20;

    @TestHTTPResource("/")
    URI root;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/session",
                "/api/v1/stick/blobs",
                "/api/v1/nothing-here",
                "/feed/v1",
                "/nothing"
            })
    void whatNoEndpointTakesIsRefusedWithTheLimit(String path) throws Exception {
        HttpResponse<String> answer =
                post(path, BodyPublishers.ofByteArray(new byte[41 * MEBIBYTE]));
        refused(answer, "41,943,040 bytes");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 37, 39, 40})
    void theEndpointsLimitIsSaidWhereTheServersIsKept(int mebibytes) throws Exception {
        HttpResponse<String> answer =
                post("/api/v1/session", BodyPublishers.ofByteArray(new byte[mebibytes * MEBIBYTE]));
        refused(answer, "16,384 bytes");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 39, 60})
    void aBodyOfUnknownLengthIsNoWayAround(int mebibytes) throws Exception {
        byte[] body = new byte[mebibytes * MEBIBYTE];
        HttpResponse<String> answer =
                post(
                        "/api/v1/session",
                        BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));
        refused(answer, "16,384 bytes");
    }

    @Test
    void theConnectionGoesOnAfterwards() throws Exception {
        try (HttpClient http = client()) {
            refused(
                    send(http, "/nothing", BodyPublishers.ofByteArray(new byte[41 * MEBIBYTE])),
                    "41,943,040 bytes");
            assertThat(send(http, "/api/v1/session", BodyPublishers.ofString("{}")).statusCode())
                    .isEqualTo(400);
        }
    }

    private HttpResponse<String> post(String path, BodyPublisher body) throws Exception {
        try (HttpClient http = client()) {
            return send(http, path, body);
        }
    }

    private HttpResponse<String> send(HttpClient http, String path, BodyPublisher body)
            throws Exception {
        return http.send(
                HttpRequest.newBuilder(root.resolve(path))
                        .header("Content-Type", "application/json")
                        .header("Authorization", "Bearer " + TestOperator.token())
                        .POST(body)
                        .build(),
                BodyHandlers.ofString());
    }

    private static HttpClient client() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    private static void refused(HttpResponse<String> answer, String limit) {
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(
                        type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(answer.body()).contains("urn:metalayer:problem:too-large", limit);
    }
}
