package org.metalayer.agent.simulator;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Optional;
import org.metalayer.protocol.dsse.Envelope;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.json.JsonObject;

/** One request, and the way to answer it, or to fail to. */
final class Exchange {

    private final HttpExchange raw;
    private final Faults faults;

    Exchange(HttpExchange raw, Faults faults) {
        this.raw = raw;
        this.faults = faults;
    }

    String method() {
        return raw.getRequestMethod();
    }

    String path() {
        return raw.getRequestURI().getPath();
    }

    /** What follows the last slash. */
    String lastName() {
        return path().substring(path().lastIndexOf('/') + 1);
    }

    /** The same as it came: the names of metadata are encoded. */
    String encodedLastName() {
        String path = raw.getRequestURI().getRawPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(raw.getRequestHeaders().getFirst(name));
    }

    byte[] body() throws IOException {
        long cutAfter = faults.requestCutAfter(this);
        if (cutAfter < Integer.MAX_VALUE) {
            raw.getRequestBody().readNBytes((int) cutAfter);
            throw new IOException("cut");
        }
        return raw.getRequestBody().readAllBytes();
    }

    JsonObject json() throws IOException {
        return Json.parseObject(body());
    }

    Envelope envelope() throws IOException {
        return Envelope.parse(body());
    }

    void send(Response response) throws IOException {
        byte[] body = response.body();
        response.headers().forEach(raw.getResponseHeaders()::set);
        long cutAfter = faults.cutAfter(this);
        if (cutAfter == Faults.LOST) {
            return;
        }
        boolean empty = body.length == 0 || method().equals("HEAD");
        raw.sendResponseHeaders(response.status(), empty ? -1 : body.length);
        if (!empty) {
            int length = (int) Math.min(body.length, cutAfter);
            raw.getResponseBody().write(body, 0, length);
            raw.getResponseBody().flush();
            if (length < body.length) {
                throw new IOException("cut");
            }
        }
    }
}
