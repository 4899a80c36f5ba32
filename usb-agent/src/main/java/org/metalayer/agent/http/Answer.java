package org.metalayer.agent.http;

import java.io.Closeable;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One answer.
 *
 * @param headers by name, besides those that belong to the connection and the body's length
 */
public record Answer(int status, Map<String, String> headers, Body body) implements Closeable {

    public Answer {
        headers = Map.copyOf(headers);
        headers.forEach(Answer::checkHeader);
    }

    /** The same with more headers; a new value replaces one of the same name. */
    public Answer with(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.putAll(more);
        return new Answer(status, all, body);
    }

    @Override
    public void close() throws IOException {
        body.close();
    }

    private static void checkHeader(String name, String value) {
        if ((name + value).chars().anyMatch(c -> c < ' ' || c > '~')) {
            throw new IllegalArgumentException("a header is printable ASCII: " + name);
        }
    }
}
