package org.metalayer.agent.http;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * Says exactly what a test says to a server on this computer, and hears exactly what it answers.
 */
public final class RawClient implements Closeable {

    private final Socket socket;

    private RawClient(Socket socket) {
        this.socket = socket;
    }

    public static RawClient to(int port) throws IOException {
        return to("127.0.0.1", port);
    }

    public static RawClient to(String address, int port) throws IOException {
        return new RawClient(new Socket(InetAddress.ofLiteral(address), port));
    }

    /** Everything that one request gets, of a server that then ends the connection. */
    public static String ask(int port, String request) throws IOException {
        try (RawClient client = to(port)) {
            return client.say(request).rest();
        }
    }

    public RawClient say(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    /** What is answered until the server ends the connection. */
    public String rest() throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** The next {@code length} bytes that are answered. */
    public String next(int length) throws IOException {
        return new String(socket.getInputStream().readNBytes(length), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
