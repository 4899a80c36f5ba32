package org.metalayer.agent.net;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.json.JsonObject;

/**
 * A request that can be sent more than once.
 *
 * @param path below the server's address, starting with {@code /}
 * @param bodyLength in bytes, for the time that sending it may take
 */
public record Call(
        String method,
        String path,
        Map<String, String> headers,
        BodyPublisher body,
        long bodyLength) {

    /** Slower than this, an upload is ended. */
    private static final long MINIMUM_BYTES_PER_SECOND = 4 << 10;

    private static final String USER_AGENT = "metalayer-agent/" + AgentVersion.CURRENT;

    public Call {
        headers = Map.copyOf(headers);
    }

    public static Call get(String path) {
        return new Call("GET", path, Map.of(), BodyPublishers.noBody(), 0);
    }

    public static Call head(String path) {
        return new Call("HEAD", path, Map.of(), BodyPublishers.noBody(), 0);
    }

    public static Call post(String path) {
        return new Call("POST", path, Map.of(), BodyPublishers.noBody(), 0);
    }

    /** Posts JSON text. */
    public static Call post(String path, byte[] json) {
        return post(path, "application/json", json);
    }

    public static Call post(String path, JsonObject json) {
        return post(path, Json.write(json));
    }

    public static Call post(String path, String contentType, byte[] body) {
        return new Call(
                "POST",
                path,
                Map.of("Content-Type", contentType),
                BodyPublishers.ofByteArray(body),
                body.length);
    }

    public static Call patch(String path, byte[] body) {
        return new Call(
                "PATCH",
                path,
                Map.of("Content-Type", "application/octet-stream"),
                BodyPublishers.ofByteArray(body),
                body.length);
    }

    public Call with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Call(method, path, more, body, bodyLength);
    }

    HttpRequest request(URI server, Duration answerWithin) {
        Duration sending = Duration.ofSeconds(bodyLength / MINIMUM_BYTES_PER_SECOND);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(server + path))
                        .timeout(answerWithin.plus(sending))
                        .header("User-Agent", USER_AGENT)
                        .method(method, body);
        headers.forEach(request::header);
        return request.build();
    }
}
