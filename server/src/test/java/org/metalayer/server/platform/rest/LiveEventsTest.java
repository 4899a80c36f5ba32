package org.metalayer.server.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.metalayer.server.access.ApiTokens;
import org.metalayer.server.access.NewPassword;
import org.metalayer.server.access.Operator;
import org.metalayer.server.access.OperatorChange;
import org.metalayer.server.access.OperatorRole;
import org.metalayer.server.access.Operators;
import org.metalayer.server.access.Username;
import org.metalayer.server.testing.TestOperator;

@QuarkusTest
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class LiveEventsTest {

    @TestHTTPResource("/api/v1/events")
    URI events;

    @Inject Operators operators;
    @Inject ApiTokens tokens;

    @Test
    void tellsWhatWasCommittedAndNotWhatWasRolledBack() throws Exception {
        try (HttpClient http = HttpClient.newHttpClient();
                BufferedReader stream = watch(http, TestOperator.token())) {
            assertThat(stream.readLine()).isEqualTo(":live");
            TestOperator.request().post("/api/v1/faulty/rolled-back").then().statusCode(500);
            TestOperator.request().post("/api/v1/faulty/committed").then().statusCode(204);

            assertThat(next(stream, "event:")).isEqualTo("stick");
            assertThat(next(stream, "data:"))
                    .startsWith("{\"type\":\"stick\",\"id\":\"committed\",\"at\":\"20");
        }
    }

    @Test
    void endsForWhoIsDisabledAndForNobodyElse() throws Exception {
        Operator shutOut =
                operators
                        .add(
                                new Username("watcher-" + UUID.randomUUID()),
                                OperatorRole.VIEWER,
                                new NewPassword("long enough to be one"))
                        .orElseThrow();
        String token = tokens.create(shutOut, "test", Duration.ofDays(1)).secret();
        try (HttpClient http = HttpClient.newHttpClient();
                BufferedReader others = watch(http, TestOperator.token());
                BufferedReader theirs = watch(http, token)) {
            assertThat(others.readLine()).isEqualTo(":live");
            assertThat(theirs.readLine()).isEqualTo(":live");
            operators.change(shutOut.id(), null, new OperatorChange(null, true));
            assertThat(next(theirs, "event:")).isEmpty();

            TestOperator.request().post("/api/v1/faulty/committed").then().statusCode(204);
            assertThat(next(others, "event:")).isEqualTo("stick");
        }
    }

    private BufferedReader watch(HttpClient http, String token)
            throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(events).header("Authorization", "Bearer " + token).build();
        InputStream body = http.send(request, BodyHandlers.ofInputStream()).body();
        return new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
    }

    private static String next(BufferedReader stream, String field) throws IOException {
        String line = stream.readLine();
        while (line != null && !line.startsWith(field)) {
            line = stream.readLine();
        }
        return line == null ? "" : line.substring(field.length()).strip();
    }
}
