package org.metalayer.cli.harness;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A small Main System that keeps to docs/api.md: it answers what a test tells it to, and only to
 * who has the token.
 */
public final class MainSystemSimulator implements AutoCloseable {
    public static final String TOKEN = "mlo_test";

    private final HttpServer server;
    private final Map<String, Deque<Response>> responses = new HashMap<>();
    private final List<Request> requests = Collections.synchronizedList(new ArrayList<>());

    private MainSystemSimulator(HttpServer server) {
        this.server = server;
    }

    /** What was asked. */
    public record Request(
            String method, String path, String body, Map<String, List<String>> headers) {

        public String header(String name) {
            return String.join(
                    ", ",
                    headers.entrySet().stream()
                            .filter(header -> header.getKey().equalsIgnoreCase(name))
                            .flatMap(header -> header.getValue().stream())
                            .toList());
        }
    }

    private record Response(int status, String body, Map<String, String> headers) {}

    public static MainSystemSimulator start() throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        MainSystemSimulator simulator = new MainSystemSimulator(server);
        server.createContext("/", simulator::answer);
        server.start();
        return simulator;
    }

    public URI url() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /** The next request like {@code GET /sticks?limit=50} is answered so; the last answer stays. */
    public MainSystemSimulator answers(String request, int status, String body) {
        return answers(request, status, body, Map.of());
    }

    /** The same with response headers. */
    public MainSystemSimulator answers(
            String request, int status, String body, Map<String, String> headers) {
        responses
                .computeIfAbsent(request, any -> new ArrayDeque<>())
                .add(new Response(status, body, headers));
        return this;
    }

    /** Nothing is answered any more until it is told anew. */
    public void forget() {
        responses.clear();
    }

    public List<Request> requests() {
        return List.copyOf(requests);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String path = exchange.getRequestURI().toString().replaceFirst("^/api/v1", "");
        requests.add(
                new Request(
                        exchange.getRequestMethod(),
                        path,
                        body,
                        Map.copyOf(exchange.getRequestHeaders())));
        Response response = response(exchange, path);
        exchange.getResponseHeaders()
                .set(
                        "Content-Type",
                        response.status() < 400 ? "application/json" : "application/problem+json");
        response.headers().forEach(exchange.getResponseHeaders()::set);
        byte[] bytes = response.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(response.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private Response response(HttpExchange exchange, String path) {
        boolean known =
                ("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))
                        || exchange.getRequestHeaders().containsKey("Cookie")
                        || path.equals("/session");
        if (!known) {
            return new Response(
                    401,
                    problem("unauthenticated", 401, "Authentication is required", ""),
                    Map.of());
        }
        Deque<Response> prepared = responses.get(exchange.getRequestMethod() + " " + path);
        if (prepared == null) {
            return new Response(
                    404, problem("not-found", 404, "There is no such thing here", path), Map.of());
        }
        return prepared.size() > 1 ? prepared.removeFirst() : prepared.getFirst();
    }

    /** A problem document. */
    public static String problem(String slug, int status, String title, String detail) {
        return """
        {"type":"urn:metalayer:problem:%s","title":"%s","status":%d,"detail":"%s"}\
        """
                .formatted(slug, title, status, detail);
    }
}
