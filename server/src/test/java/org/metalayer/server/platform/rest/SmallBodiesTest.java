package org.metalayer.server.platform.rest;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Requests of a few bytes, which come in pieces, or not. */
@QuarkusTest
@Timeout(60)
class SmallBodiesTest {

    private static final String DOOR = "/api/v1/stick/sessions";
    private static final int PATIENCE = 30_000;

    @TestHTTPResource("/")
    URI root;

    @Test
    void mayComeByteByByte() throws Exception {
        try (Socket socket = begin(DOOR, "Content-Length: 2")) {
            for (char each : "{}".toCharArray()) {
                Thread.sleep(50);
                socket.getOutputStream().write(each);
            }

            assertThat(answer(socket)).startsWith("HTTP/1.1 400 ");
        }
    }

    @Test
    void areNotWaitedForForEver() throws IOException {
        try (Socket socket = begin(DOOR, "Content-Length: 1000")) {
            socket.getOutputStream().write('{');

            assertThat(answer(socket))
                    .startsWith("HTTP/1.1 503 ")
                    .contains("Retry-After: 60")
                    .contains("urn:metalayer:problem:too-slow");
        }
    }

    @Test
    void areAskedForWhereTheSenderWaitsForThat() throws IOException {
        try (Socket socket = begin(DOOR, "Content-Length: 2\r\nExpect: 100-continue")) {
            socket.getOutputStream().write("{}".getBytes(US_ASCII));

            assertThat(answer(socket)).contains("HTTP/1.1 400 ");
        }
    }

    @Test
    void openNoDoorByTheirLength() throws IOException {
        for (String length : new String[] {"-1", "+2", "99999999999999999999"}) {
            try (Socket socket = begin(DOOR, "Content-Length: " + length)) {
                socket.getOutputStream().write("{}".getBytes(US_ASCII));

                assertThat(answer(socket)).as(length).matches("(?s)HTTP/1.1 4[0-9]{2} .*");
            }
        }
    }

    private Socket begin(String path, String headers) throws IOException {
        Socket socket = new Socket(root.getHost(), root.getPort());
        socket.setSoTimeout(PATIENCE);
        socket.getOutputStream()
                .write(
                        """
                        POST %s HTTP/1.1\r
                        Host: localhost\r
                        Connection: close\r
                        Content-Type: application/json\r
                        %s\r
                        \r
                        """
                                .formatted(path, headers)
                                .getBytes(US_ASCII));
        return socket;
    }

    private static String answer(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), US_ASCII);
    }
}
