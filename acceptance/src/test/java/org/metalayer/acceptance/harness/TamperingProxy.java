package org.metalayer.acceptance.harness;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;

/** Somebody between a stick and its Main System who changes what the stick gets to read. */
public final class TamperingProxy implements AutoCloseable {
    private static final Set<String> PASSED =
            Set.of(
                    "authorization",
                    "content-type",
                    "upload-offset",
                    "if-none-match",
                    "range",
                    "accept");
    private static final Set<String> RETURNED =
            Set.of(
                    "content-type",
                    "etag",
                    "upload-offset",
                    "upload-complete",
                    "content-range",
                    "retry-after");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Http target;
    private volatile BiFunction<String, byte[], byte[]> tamper = (path, body) -> body;

    private TamperingProxy(HttpServer server, URI target) {
        this.server = server;
        this.target = Http.anonymous(target);
    }

    /** Starts an honest one. */
    public static TamperingProxy before(MainSystem system) throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        TamperingProxy proxy = new TamperingProxy(server, system.url());
        server.setExecutor(proxy.threads);
        server.createContext("/", proxy::handle);
        server.start();
        return proxy;
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** From now on: path and true body go in, the body that the stick reads comes out. */
    public void tamper(BiFunction<String, byte[], byte[]> with) {
        tamper = with;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().toString();
            Map<String, String> headers = new HashMap<>();
            exchange.getRequestHeaders()
                    .forEach((name, values) -> {
                        if (PASSED.contains(name.toLowerCase(Locale.ROOT))) {
                            headers.put(name, values.getFirst());
                        }
                    });
            byte[] sent = exchange.getRequestBody().readAllBytes();
            Reply reply =
                    target.send(
                            exchange.getRequestMethod(),
                            path,
                            headers,
                            BodyPublishers.ofByteArray(sent));
            answer(exchange, reply, tamper.apply(path, reply.body()));
        }
    }

    private static void answer(HttpExchange exchange, Reply reply, byte[] body) throws IOException {
        RETURNED.forEach(name -> {
            if (!reply.header(name).isEmpty()) {
                exchange.getResponseHeaders().set(name, reply.header(name));
            }
        });
        exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }
}
