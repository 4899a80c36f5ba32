package org.metalayer.agent.simulator;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;

/** What is answered. */
final class Response {

    private final int status;
    private final byte[] body;
    private final Map<String, String> headers = new LinkedHashMap<>();

    private Response(int status, byte[] body) {
        this.status = status;
        this.body = body;
    }

    static Response of(int status, byte[] body) {
        return new Response(status, body);
    }

    static Response json(int status, JsonObject json) {
        return new Response(status, Json.write(json)).with("Content-Type", "application/json");
    }

    /** As a proxy answers. */
    static Response html(int status) {
        byte[] page = "<html><h1>%s</h1></html>".formatted(status).getBytes(StandardCharsets.UTF_8);
        return new Response(status, page).with("Content-Type", "text/html");
    }

    static Response problem(int status, String slug, String detail) {
        return problem(status, slug, detail, new JsonBuilder());
    }

    static Response problem(int status, String slug, String detail, JsonBuilder more) {
        return new Response(
                        status,
                        Json.write(
                                more.put("type", "urn:metalayer:problem:" + slug)
                                        .put("title", slug)
                                        .put("status", status)
                                        .put("detail", detail)
                                        .build()))
                .with("Content-Type", "application/problem+json");
    }

    Response with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    Response retryAfter(Duration pause) {
        return with("Retry-After", String.valueOf(pause.toSeconds()));
    }

    int status() {
        return status;
    }

    byte[] body() {
        return body;
    }

    Map<String, String> headers() {
        return headers;
    }
}
