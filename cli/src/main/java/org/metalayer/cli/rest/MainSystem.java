package org.metalayer.cli.rest;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.json.JsonObject;

/**
 * One Main System as its operators reach it. Redirects are not followed: they would carry the token
 * away. Every request ends in an answer, a {@link ProblemException} when the Main System refuses,
 * or a {@link org.metalayer.cli.platform.CliException} when it cannot be reached.
 */
public final class MainSystem {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    // Evaluating a full inbox is one request.
    private static final Duration ANSWER = Duration.ofMinutes(10);

    private final URI url;
    private final Map<String, String> headers;
    private final Exchange exchange;

    /**
     * @param url without a path, such as {@code http://localhost:8080}
     * @param headers sent with every request: who is asking
     */
    public MainSystem(URI url, Map<String, String> headers) {
        this.url = url;
        this.headers = Map.copyOf(headers);
        this.exchange =
                new Exchange(
                        HttpClient.newBuilder()
                                .version(HttpClient.Version.HTTP_1_1)
                                .connectTimeout(CONNECT)
                                .build());
    }

    public URI url() {
        return url;
    }

    /**
     * Reads something.
     *
     * @param path below {@code /api/v1}
     */
    public Answer get(Query path) {
        return send("GET", path, BodyPublishers.noBody(), Map.of());
    }

    /** Creates something, or does what the path names. */
    public Answer post(Query path, JsonObject body) {
        return post(path, body, Map.of());
    }

    /** As {@link #post(Query, JsonObject)}, with more headers. */
    public Answer post(Query path, JsonObject body, Map<String, String> more) {
        return send("POST", path, BodyPublishers.ofByteArray(Json.write(body)), more);
    }

    /** Replaces something. */
    public Answer put(Query path, JsonObject body, Map<String, String> more) {
        return send("PUT", path, BodyPublishers.ofByteArray(Json.write(body)), more);
    }

    /** Changes some of something. */
    public Answer patch(Query path, JsonObject body) {
        return send("PATCH", path, BodyPublishers.ofByteArray(Json.write(body)), Map.of());
    }

    /** Removes something. */
    public Answer delete(Query path) {
        return send("DELETE", path, BodyPublishers.noBody(), Map.of());
    }

    private Answer send(String method, Query path, BodyPublisher body, Map<String, String> more) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url + "/api/v1" + path))
                        .timeout(ANSWER)
                        .method(method, body)
                        .header("Accept", "application/json, application/problem+json")
                        .header("Content-Type", "application/json");
        headers.forEach(request::setHeader);
        more.forEach(request::setHeader);
        return exchange.send(request.build());
    }
}
