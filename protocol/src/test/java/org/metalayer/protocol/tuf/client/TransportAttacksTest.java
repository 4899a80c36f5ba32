package org.metalayer.protocol.tuf.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.metalayer.protocol.tuf.client.ClientFixture.refused;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Attacks by whoever sits on the line, against the real HTTP fetcher. */
class TransportAttacksTest {
    // Whoever is this slow is refused; the other tests wait as long as sticks do.
    private static final Pace IMPATIENT = new Pace(Duration.ofMillis(300), 1_000);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch over = new CountDownLatch(1);
    private final HttpServer server;

    TransportAttacksTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void start() {
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void stop() {
        over.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void endlessData() {
        serve(TransportAttacksTest::endless);
        refused(() -> fetch(16 << 10), Refusal.TOO_LONG);
    }

    @Test
    void endlessDataBehindAnError() {
        serve(exchange -> {
            exchange.sendResponseHeaders(404, 0);
            flood(exchange);
        });
        refused(() -> fetch(16 << 10), Refusal.TOO_LONG);
    }

    @Test
    void endlessDataForATarget() {
        serve(TransportAttacksTest::endless);
        ByteArrayOutputStream sink = new ByteArrayOutputStream();
        refused(() -> fetcher().fetchInto("t", 100_000, sink), Refusal.TOO_LONG);
        assertThat(sink.size()).isLessThanOrEqualTo(100_000);
    }

    @Test
    void slowRetrievalByDripping() {
        serve(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            while (over.getCount() > 0) {
                exchange.getResponseBody().write('x');
                exchange.getResponseBody().flush();
                pause();
            }
        });
        refused(() -> fetcher(IMPATIENT).fetch("a", 16 << 10, Optional.empty()), Refusal.TOO_SLOW);
    }

    @Test
    void slowRetrievalByNeverAnswering() {
        serve(_ -> awaitEnd());
        refused(() -> fetcher(IMPATIENT).fetch("a", 16 << 10, Optional.empty()), Refusal.TOO_SLOW);
    }

    @Test
    void aRedirectElsewhereIsNotFollowed() {
        serve(exchange -> {
            exchange.getResponseHeaders().add("Location", "http://127.0.0.1:1/x");
            exchange.sendResponseHeaders(302, -1);
        });
        assertThatThrownBy(() -> fetch(16 << 10))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("302");
    }

    @Test
    void asksConditionallyAndTellsAbsentFromUnchanged() throws IOException {
        serve(exchange -> {
            boolean known = "\"1\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
            exchange.getResponseHeaders().add("ETag", "\"1\"");
            byte[] body = "hello".getBytes(UTF_8);
            exchange.sendResponseHeaders(known ? 304 : 200, known ? -1 : body.length);
            if (!known) {
                exchange.getResponseBody().write(body);
            }
            exchange.close();
        });
        Fetcher.Fetched first = fetch(5);
        assertThat(first)
                .isInstanceOfSatisfying(
                        Fetcher.Found.class, found -> assertThat(found.tag()).contains("\"1\""));
        assertThat(fetcher().fetch("a", 5, Optional.of("\"1\"")))
                .isInstanceOf(Fetcher.Unchanged.class);
    }

    private Fetcher.Fetched fetch(long maxLength) throws IOException {
        return fetcher().fetch("a", maxLength, Optional.empty());
    }

    private HttpFetcher fetcher() {
        return fetcher(Pace.DEFAULT);
    }

    private HttpFetcher fetcher(Pace pace) {
        return new HttpFetcher(
                URI.create("http://127.0.0.1:%d/".formatted(server.getAddress().getPort())), pace);
    }

    private void serve(HttpHandler handler) {
        server.createContext("/", handler);
    }

    private static void endless(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        flood(exchange);
    }

    private static void flood(HttpExchange exchange) throws IOException {
        try (OutputStream out = exchange.getResponseBody()) {
            byte[] block = new byte[8192];
            while (true) {
                out.write(block);
            }
        }
    }

    private void awaitEnd() {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
