package org.metalayer.agent.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MainSystemTest {

    private final List<Duration> pauses = new ArrayList<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aServerThatIsNotReadyIsAskedAgainWithGrowingPauses() throws Exception {
        AtomicInteger count = new AtomicInteger();
        answering(exchange -> send(exchange, count.incrementAndGet() < 3 ? 503 : 200, "{}"));

        assertThat(client().send(Call.get("/")).status()).isEqualTo(200);
        assertThat(pauses).hasSize(2);
        assertThat(pauses.get(0)).isBetween(Duration.ofMillis(200), Duration.ofMillis(400));
        assertThat(pauses.get(1)).isBetween(Duration.ofMillis(400), Duration.ofMillis(800));
    }

    @Test
    void retryAfterIsObeyedWhenItIsShortAndPassedOnWhenItIsLong() {
        answering(exchange -> {
            exchange.getResponseHeaders().set("Retry-After", "3");
            send(exchange, 429, "");
        });
        assertThatThrownBy(() -> client().send(Call.get("/"))).isInstanceOf(OfflineException.class);
        assertThat(pauses).containsExactly(Duration.ofSeconds(3), Duration.ofSeconds(3));

        answeringAnew(exchange -> {
            exchange.getResponseHeaders().set("Retry-After", "3600");
            send(exchange, 429, "");
        });
        pauses.clear();
        assertThatThrownBy(() -> client().send(Call.get("/")))
                .isInstanceOfSatisfying(
                        OfflineException.class,
                        e ->
                                assertThat(e.retryAfter())
                                        .isEqualTo(Optional.of(Duration.ofHours(1))));
        assertThat(pauses).isEmpty();
    }

    @Test
    void aProblemIsFinalAndSaysWhy() {
        AtomicInteger count = new AtomicInteger();
        answering(exchange -> {
            count.incrementAndGet();
            send(
                    exchange,
                    409,
                    "{\"type\":\"urn:metalayer:problem:report-replayed\",\"title\":\"t\","
                            + "\"status\":409,\"detail\":\"make a new one\",\"state\":\"x\"}");
        });

        assertThatThrownBy(() -> client().send(Call.get("/")))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> {
                            assertThat(e.is("report-replayed")).isTrue();
                            assertThat(e.problem().member("state")).contains("x");
                        })
                .hasMessage("report-replayed: make a new one");
        assertThat(count).hasValue(1);
    }

    @Test
    void whatIsNoProblemDocumentIsNoRefusal() {
        answering(exchange -> send(exchange, 404, "<html>"));

        assertThatThrownBy(() -> client().send(Call.get("/")))
                .isInstanceOf(UnexpectedAnswerException.class)
                .hasMessageContaining("is its address right");
    }

    @Test
    void theWordOfTheServersFrameworkIsNoRefusal() {
        String problem =
                "{\"type\":\"urn:metalayer:problem:http-413\",\"title\":\"Too"
                        + " large\",\"status\":413}";
        answering(exchange -> send(exchange, 413, problem));

        assertThatThrownBy(() -> client().send(Call.get("/")))
                .isInstanceOf(UnexpectedAnswerException.class)
                .hasMessageContaining("413");
    }

    @Test
    void redirectsAreNotFollowed() {
        answering(exchange -> {
            exchange.getResponseHeaders().set("Location", "http://elsewhere.example/");
            send(exchange, 302, "");
        });

        assertThatThrownBy(() -> client().send(Call.get("/")))
                .isInstanceOf(UnexpectedAnswerException.class)
                .hasMessageContaining("address");
    }

    @Test
    void anEndlessAnswerIsNotRead() {
        answering(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] block = new byte[1 << 16];
            for (int n = 0; n < 10_000; n++) {
                exchange.getResponseBody().write(block);
            }
        });

        assertThatThrownBy(() -> client().send(Call.get("/")))
                .isInstanceOf(UnexpectedAnswerException.class)
                .hasMessageContaining("longer than");
    }

    @Test
    void nobodyAtTheAddressIsOffline() {
        URI nowhere = url();
        server.stop(0);

        assertThatThrownBy(() -> client(nowhere).send(Call.get("/")))
                .isInstanceOf(OfflineException.class)
                .hasMessageContaining("cannot be reached");
        assertThat(pauses).hasSize(2);
    }

    @Test
    void anAnswerThatIsCutOffIsAskedForAgain() throws Exception {
        AtomicInteger count = new AtomicInteger();
        answering(exchange -> {
            if (count.incrementAndGet() == 1) {
                exchange.sendResponseHeaders(200, 100);
                exchange.getResponseBody().write(new byte[10]);
                exchange.close();
            } else {
                send(exchange, 200, "whole");
            }
        });

        assertThat(new String(client().send(Call.get("/")).body(), StandardCharsets.UTF_8))
                .isEqualTo("whole");
    }

    @Test
    void aLineThatStopsIsGivenUp() throws Exception {
        try (Stalling line = new Stalling()) {
            var slow = MinimumSpeed.watch(line, Duration.ofMillis(20));
            assertThatThrownBy(slow::readAllBytes)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("too slow");
        }
    }

    private void answering(HttpHandler handler) {
        server.createContext("/", handler);
    }

    private void answeringAnew(HttpHandler handler) {
        server.removeContext("/");
        answering(handler);
    }

    private URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private MainSystem client() {
        return client(url());
    }

    private MainSystem client(URI url) {
        return new MainSystem(
                url, new Retry(3, Duration.ofMillis(400), pauses::add, new Random(1)));
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
