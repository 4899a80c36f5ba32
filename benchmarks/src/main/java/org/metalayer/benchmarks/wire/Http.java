package org.metalayer.benchmarks.wire;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.json.JsonObject;

/**
 * Requests to one Main System.
 *
 * @param headers sent with each: who is asking
 */
public record Http(URI base, Map<String, String> headers) {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    public Http {
        headers = Map.copyOf(headers);
    }

    public static Http anonymous(URI base) {
        return new Http(base, Map.of());
    }

    /** The same with another header in each request. */
    public Http with(String name, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(name, value);
        return new Http(base, more);
    }

    public Http bearer(String token) {
        return with("Authorization", "Bearer " + token);
    }

    /** A GET, whatever its status. */
    public HttpResponse<byte[]> get(String path) throws IOException {
        return send("GET", path, BodyPublishers.noBody());
    }

    /** A GET that must be answered with 200. */
    public JsonObject json(String path) throws IOException {
        return Json.parseObject(expect(get(path), 200).body());
    }

    /** A POST of JSON that must be answered with 200 or 201. */
    public JsonObject post(String path, byte[] body) throws IOException {
        HttpResponse<byte[]> answer =
                with("Content-Type", "application/json")
                        .send("POST", path, BodyPublishers.ofByteArray(body));
        return Json.parseObject(expect(answer, 200, 201).body());
    }

    /** Any request, whatever its status. */
    public HttpResponse<byte[]> send(String method, String path, BodyPublisher body)
            throws IOException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE).method(method, body);
        headers.forEach(request::setHeader);
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    /** The answer, if it has one of these statuses. */
    public static HttpResponse<byte[]> expect(HttpResponse<byte[]> answer, int... statuses)
            throws IOException {
        for (int status : statuses) {
            if (answer.statusCode() == status) {
                return answer;
            }
        }
        throw new IOException(
                "%s answered %d: %s"
                        .formatted(
                                answer.request(),
                                answer.statusCode(),
                                new String(
                                        answer.body(), java.nio.charset.StandardCharsets.UTF_8)));
    }
}
