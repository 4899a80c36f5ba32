package org.metalayer.benchmarks.scenario;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import org.metalayer.benchmarks.system.Await;

/**
 * A component as an agent shows it to the browsers of its computer (docs/sandbox.md).
 *
 * @param start where the agent's own page is
 */
record ShownContent(URI start, String component) {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String FOUND = "HTTP/1.1 200";

    /** As soon as the agent says where. */
    static ShownContent of(AgentStick stick, String component) throws IOException {
        String address =
                Await.until(
                        "the agent's pages", LIMIT, () -> stick.status().optionalString("pages"));
        return new ShownContent(URI.create(address), component);
    }

    /**
     * Fetches the first page of the content as a browser's frame does. Its host has a name that
     * only browsers resolve.
     */
    void fetch() throws IOException {
        String request =
                """
                GET / HTTP/1.1
                Host: page.%s.localhost:%d
                Sec-Fetch-Site: same-site
                Sec-Fetch-Dest: iframe
                Connection: close

                """
                        .formatted(component, start.getPort())
                        .replace("\n", "\r\n");
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), start.getPort())) {
            socket.getOutputStream().write(request.getBytes(US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), US_ASCII);
            if (!answer.startsWith(FOUND)) {
                throw new IOException("%s: %s".formatted(this, answer));
            }
        }
    }
}
