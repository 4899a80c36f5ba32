package org.metalayer.acceptance.harness;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/**
 * Requests with the same headers to one Main System.
 *
 * @param headers sent with each: who is asking
 */
public record Http(URI base, Map<String, String> headers) {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();

    public Http {
        headers = Map.copyOf(headers);
    }

    public static Http anonymous(URI base) {
        return new Http(base, Map.of());
    }

    public Http bearer(String token) {
        return new Http(base, Map.of("Authorization", "Bearer " + token));
    }

    public Reply get(String path) throws IOException {
        return send("GET", path, Map.of(), BodyPublishers.noBody());
    }

    public Reply post(String path, String type, byte[] body) throws IOException {
        return send("POST", path, Map.of("Content-Type", type), BodyPublishers.ofByteArray(body));
    }

    /** Any request; {@code more} stands beside the headers of every request. */
    public Reply send(String method, String path, Map<String, String> more, BodyPublisher body)
            throws IOException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(base.resolve(path))
                        .timeout(Duration.ofMinutes(2))
                        .method(method, body);
        headers.forEach(request::setHeader);
        more.forEach(request::setHeader);
        try {
            return Reply.of(CLIENT.send(request.build(), BodyHandlers.ofByteArray()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
