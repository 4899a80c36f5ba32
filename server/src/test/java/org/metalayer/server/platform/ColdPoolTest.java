package org.metalayer.server.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.metalayer.server.testing.TestOperator;

/**
 * Load on a Main System that has just started. A connection pool that still grows under virtual
 * threads has been seen to spin for ever.
 */
@QuarkusTest
@TestProfile(ColdPoolTest.JustStarted.class)
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class ColdPoolTest {

    private static final int REQUESTS = 500;

    @TestHTTPResource("/api/v1/sticks?limit=1")
    URI sticks;

    @ConfigProperty(name = "quarkus.datasource.jdbc.initial-size")
    int initialSize;

    @ConfigProperty(name = "quarkus.datasource.jdbc.max-size")
    int maxSize;

    /** Makes Quarkus start the Main System anew for this class. */
    public static final class JustStarted implements QuarkusTestProfile {}

    @Test
    void answersABurstOfRequestsRightAfterTheStart() {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request =
                    HttpRequest.newBuilder(sticks)
                            .header("Authorization", "Bearer " + TestOperator.token())
                            .build();
            List<CompletableFuture<HttpResponse<Void>>> answers =
                    Stream.generate(() -> http.sendAsync(request, BodyHandlers.discarding()))
                            .limit(REQUESTS)
                            .toList();
            assertThat(answers).allMatch(answer -> answer.join().statusCode() == 200);
        }
    }

    @Test
    void thePoolNeverGrows() {
        assertThat(initialSize).isEqualTo(maxSize);
    }
}
