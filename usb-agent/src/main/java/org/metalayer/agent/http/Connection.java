package org.metalayer.agent.http;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** One connection: request after request until one side has enough. */
final class Connection {

    /** For the other side to take the last answer before the connection is cut. */
    private static final Duration FAREWELL = Duration.ofSeconds(1);

    private static final int FAREWELL_BYTES = 256 << 10;

    private final Socket socket;
    private final Handler handler;
    private final Limits limits;

    Connection(Socket socket, Handler handler, Limits limits) {
        this.socket = socket;
        this.handler = handler;
        this.limits = limits;
    }

    /** Serves until the end. What breaks here concerns this one browser, which asks again. */
    void serve() {
        try (socket;
                Guard guard = Guard.over(socket, limits.head())) {
            HeadReader heads = new HeadReader(socket.getInputStream(), limits.headBytes());
            OutputStream out = new Paced(socket.getOutputStream(), guard);
            boolean more = true;
            while (more && heads.begins()) {
                guard.within(limits.head());
                more = exchange(heads, out, guard);
                guard.within(more ? limits.idle() : FAREWELL);
            }
            socket.shutdownOutput();
            socket.getInputStream().skipNBytes(FAREWELL_BYTES);
        } catch (IOException _) {
            // The other side went away, or was sent away.
        }
    }

    /** Refuses a connection more than the server may have. */
    void tooMany() {
        try (socket) {
            OutputStream out = socket.getOutputStream();
            send(out, handler.refuse(503, "Too much is open here at once."), true, false);
        } catch (IOException _) {
            // It was to go away anyway.
        }
    }

    private boolean exchange(HeadReader heads, OutputStream out, Guard guard) throws IOException {
        Request request;
        try {
            request = Request.parse(heads.read());
        } catch (BadRequestException e) {
            guard.within(limits.progress());
            send(out, handler.refuse(e.status(), e.words()), true, false);
            return false;
        }
        guard.within(limits.progress());
        try (Answer answer = answer(request)) {
            send(out, answer, !request.isHead(), request.keeps());
        }
        return request.keeps();
    }

    private Answer answer(Request request) {
        try {
            return handler.answer(request);
        } catch (IOException | RuntimeException e) {
            return handler.refuse(500, "The stick could not read this; try again in a moment.");
        }
    }

    private static void send(OutputStream out, Answer answer, boolean withBody, boolean keeps)
            throws IOException {
        StringBuilder head = new StringBuilder("HTTP/1.1 ").append(answer.status()).append(" \r\n");
        answer.headers()
                .forEach((name, value) ->
                        head.append(name).append(": ").append(value).append("\r\n"));
        if (answer.status() != 304) {
            head.append("Content-Length: ").append(answer.body().length()).append("\r\n");
        }
        head.append("Connection: ").append(keeps ? "keep-alive" : "close").append("\r\n\r\n");
        OutputStream together = new BufferedOutputStream(out);
        together.write(head.toString().getBytes(StandardCharsets.US_ASCII));
        if (withBody) {
            answer.body().writeTo(together);
        }
        together.flush();
    }

    /** Every step that the other side takes gives it more time. */
    private final class Paced extends FilterOutputStream {

        private final Guard guard;

        Paced(OutputStream out, Guard guard) {
            super(out);
            this.guard = guard;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
            guard.within(limits.progress());
        }
    }
}
