package org.metalayer.cli.up;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.metalayer.cli.platform.CliException;
import org.metalayer.cli.process.Child;

/** Waits until the Main System takes requests. */
final class Readiness {
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final Duration ANSWER = Duration.ofSeconds(5);

    private final Child mainSystem;
    private final HttpRequest question;

    Readiness(Child mainSystem, URI url) {
        this.mainSystem = mainSystem;
        this.question =
                HttpRequest.newBuilder(url.resolve("/q/health/ready")).timeout(ANSWER).build();
    }

    /**
     * @throws CliException when it ends instead, or takes too long
     */
    void await() {
        try (HttpClient http = HttpClient.newBuilder().connectTimeout(ANSWER).build()) {
            long deadline = System.nanoTime() + LONGEST.toNanos();
            while (!isReady(http)) {
                if (mainSystem.endsWithin(PAUSE)) {
                    throw new CliException(
                            "the Main System did not start (exit code %d); its reason stands above"
                                    .formatted(mainSystem.await()));
                }
                if (System.nanoTime() > deadline) {
                    throw new CliException(
                            "the Main System was not ready within %d minutes; what it printed stands above"
                                    .formatted(LONGEST.toMinutes()));
                }
            }
        }
    }

    private boolean isReady(HttpClient http) {
        try {
            return http.send(question, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CliException("interrupted while the Main System started", e);
        }
    }
}
