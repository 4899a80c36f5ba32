package org.metalayer.agent.net;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.Optional;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.json.JsonObject;

/** An answer with its whole body, which was short enough. */
public final class Answer {

    private final int status;
    private final HttpHeaders headers;
    private final byte[] body;

    Answer(int status, HttpHeaders headers, byte[] body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    public int status() {
        return status;
    }

    /** The body; not copied, so it is not to be changed. */
    public byte[] body() {
        return body;
    }

    /** The body as a JSON object. */
    public JsonObject json() throws UnexpectedAnswerException {
        try {
            return Json.parseObject(body);
        } catch (MalformedDocumentException e) {
            throw new UnexpectedAnswerException("the Main System's answer: " + e.getMessage(), e);
        }
    }

    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    /** Seconds of a {@code Retry-After}; its form as a date needs a right clock and is ignored. */
    Optional<Duration> retryAfter() {
        return header("Retry-After")
                .filter(text -> text.matches("[0-9]{1,6}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)));
    }
}
