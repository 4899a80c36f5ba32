package org.metalayer.agent.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The limits of the small web server, and how it takes what is no proper request. */
@SuppressWarnings("NullAway.Init") // filled in before every test
class LoopbackServerTest {

    private static final Duration SHORT = Duration.ofMillis(150);
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final String HOST = "Host: localhost\r\n";

    private final CountDownLatch cut = new CountDownLatch(1);
    private int port;
    private LoopbackServer server;

    @BeforeEach
    void start() throws IOException {
        start(new Limits(4, 1024, LONG, LONG, LONG));
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void requestsFollowEachOtherOnOneConnection() throws Exception {
        try (RawClient client = RawClient.to(port)) {
            client.say("GET /a HTTP/1.1\r\n" + HOST + "\r\nHEAD /b HTTP/1.1\r\n" + HOST + "\r\n");
            client.say("GET /c HTTP/1.1\r\nConnection: close\r\n" + HOST + "\r\n");

            String all = client.rest();
            assertThat(all).contains("GET /a").doesNotContain("HEAD /b").endsWith("GET /c");
            assertThat(all.split("HTTP/1.1 200 ", -1)).hasSize(4);
        }
    }

    @Test
    void bothLoopbackAddressesAnswer() throws Exception {
        for (String address : new String[] {"127.0.0.1", "::1"}) {
            try (RawClient client = RawClient.to(address, port)) {
                client.say("GET / HTTP/1.0\r\n" + HOST + "\r\n");
                assertThat(client.rest()).startsWith("HTTP/1.1 200");
            }
        }
    }

    @Test
    void aPortThatAnotherProgramHasOnOneOfTheAddressesIsNotTaken() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.ofLiteral("::1"))) {
            Handler handler = new Echo();
            assertThatThrownBy(() ->
                            LoopbackServer.open(other.getLocalPort(), handler, Limits.DEFAULT))
                    .isInstanceOf(BindException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /\r\n\r\n",
                "GET / HTTP/2.0\r\n\r\n",
                "GET http://localhost/ HTTP/1.1\r\n\r\n",
                "GET  / HTTP/1.1\r\n\r\n",
                "GET /a b HTTP/1.1\r\n\r\n",
                "GET /\u00e9 HTTP/1.1\r\n\r\n",
                "GET / HTTP/1.1\nHost: localhost\n\n",
                "GET / HTTP/1.1\r\nHost : localhost\r\n\r\n",
                "GET / HTTP/1.1\r\n folded: x\r\n\r\n",
                "GET / HTTP/1.1\r\nnothing\r\n\r\n",
                "GET / HTTP/1.1\r\nX: a\u0000b\r\n\r\n",
                "\u0016\u0003\u0001\u0002\n"
            })
    void whatIsNoRequestIsRefusedWithoutRepeatingIt(String bytes) throws Exception {
        assertThat(RawClient.ask(port, bytes)).startsWith("HTTP/1.1 400 ").contains("refused");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Content-Length: 5", "Content-Length: -1", "Transfer-Encoding: chunked"})
    void nothingIsSentHere(String header) throws Exception {
        String request = "POST / HTTP/1.1\r\n" + HOST + header + "\r\n\r\nhello";
        assertThat(RawClient.ask(port, request)).startsWith("HTTP/1.1 405 ");
    }

    @Test
    void aHeadThatIsTooLongIsRefused() throws Exception {
        String request = "GET / HTTP/1.1\r\nCookie: " + "x".repeat(2000) + "\r\n\r\n";
        assertThat(RawClient.ask(port, request)).startsWith("HTTP/1.1 431 ");
    }

    @Test
    void oneConnectionMoreThanAllowedIsToldToComeBack() throws Exception {
        RawClient[] waiting = new RawClient[4];
        for (int i = 0; i < waiting.length; i++) {
            waiting[i] = RawClient.to(port).say("GET / HTTP/1.1\r\n" + HOST + "\r\n");
            waiting[i].next(20);
        }
        assertThat(RawClient.ask(port, "")).startsWith("HTTP/1.1 503 ");
        for (RawClient client : waiting) {
            client.close();
        }
    }

    @Test
    void whoeverSaysARequestTooSlowlyIsCutOff() throws Exception {
        restart(new Limits(4, 1024, LONG, SHORT, LONG));
        assertThat(RawClient.ask(port, "GET / HTTP/1.1\r\nHo")).isEmpty();
    }

    @Test
    void whoeverSaysNothingIsCutOff() throws Exception {
        restart(new Limits(4, 1024, SHORT, LONG, LONG));
        String first = RawClient.ask(port, "GET / HTTP/1.1\r\n" + HOST + "\r\n");
        assertThat(first).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void whoeverTakesAnAnswerTooSlowlyIsCutOff() throws Exception {
        restart(new Limits(4, 1024, LONG, LONG, SHORT));
        try (RawClient client = RawClient.to(port)) {
            client.say("GET /endless HTTP/1.1\r\n" + HOST + "\r\n");
            cut.await();
            assertThat(client.next(12)).isEqualTo("HTTP/1.1 200");
        }
    }

    @Test
    void whatCannotBeAnsweredIsSaidInPlainWords() throws Exception {
        String answer = RawClient.ask(port, "GET /broken HTTP/1.0\r\n" + HOST + "\r\n");
        assertThat(answer).startsWith("HTTP/1.1 500 ").doesNotContain("secret");
    }

    private void restart(Limits limits) throws IOException {
        server.close();
        start(limits);
    }

    private void start(Limits limits) throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        server = LoopbackServer.open(port, new Echo(), limits);
    }

    private final class Echo implements Handler {

        @Override
        public Answer answer(Request request) throws IOException {
            return switch (request.target()) {
                case "/broken" -> throw new IOException("a secret place");
                case "/endless" -> new Answer(200, Map.of(), new Endless());
                default -> text(200, request.method() + " " + request.target());
            };
        }

        @Override
        public Answer refuse(int status, String words) {
            return text(status, "refused");
        }

        private static Answer text(int status, String words) {
            return new Answer(status, Map.of(), Body.of(words.getBytes(StandardCharsets.US_ASCII)));
        }
    }

    /** More than any buffer on the way holds. */
    private final class Endless implements Body {

        @Override
        public long length() {
            return Long.MAX_VALUE;
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            byte[] step = new byte[64 << 10];
            try {
                while (true) {
                    out.write(step);
                }
            } finally {
                cut.countDown();
            }
        }

        @Override
        public void close() {
            // Nothing is held open.
        }
    }
}
