package org.metalayer.server.testing;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Requests of sticks that are begun and not gone on with, each on a connection of its own. */
public final class SlowRequests implements AutoCloseable {

    private static final int PATIENCE = 30_000;

    private final URI root;
    private final List<Socket> open = new ArrayList<>();

    public SlowRequests(URI root) {
        this.root = root;
    }

    /**
     * Sends the head of a POST and the first bytes of its body, which is to have {@code length}.
     */
    public void begin(String path, String token, String type, int length, byte[] bytes)
            throws IOException {
        Socket socket = new Socket(root.getHost(), root.getPort());
        open.add(socket);
        socket.setSoTimeout(PATIENCE);
        String head =
                """
                POST %s HTTP/1.1\r
                Host: localhost\r
                Authorization: Bearer %s\r
                Content-Type: %s\r
                Content-Length: %d\r
                \r
                """
                        .formatted(path, token, type, length);
        socket.getOutputStream().write(head.getBytes(US_ASCII));
        socket.getOutputStream().write(bytes);
    }

    /** Their connections, in order. */
    public List<Socket> connections() {
        return List.copyOf(open);
    }

    @Override
    public void close() throws IOException {
        for (Socket each : open) {
            each.close();
        }
    }
}
