package org.metalayer.acceptance.harness;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.metalayer.protocol.json.Json;

/** An HTTP answer, whatever its status. */
public final class Reply {
    private final int status;
    private final HttpHeaders headers;
    private final byte[] body;

    private Reply(HttpResponse<byte[]> response) {
        this.status = response.statusCode();
        this.headers = response.headers();
        this.body = response.body();
    }

    static Reply of(HttpResponse<byte[]> response) {
        return new Reply(response);
    }

    public int status() {
        return status;
    }

    public byte[] body() {
        return body.clone();
    }

    public View json() {
        return View.of(Json.parse(body));
    }

    /** The same when it has this status. */
    public Reply expect(int expected) {
        if (status != expected) {
            throw new AssertionError(
                    "expected %d, got %s (logs: %s)".formatted(expected, this, Background.logs()));
        }
        return this;
    }

    /** The last part of the problem's type, such as {@code not-found}; empty when it is none. */
    public String problem() {
        boolean problem =
                headers.firstValue("content-type")
                        .filter(type -> type.startsWith("application/problem+json"))
                        .isPresent();
        return problem ? json().text("type").replace("urn:metalayer:problem:", "") : "";
    }

    /** What happened and what to do, in the words of the problem. */
    public String detail() {
        return json().text("detail");
    }

    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    @Override
    public String toString() {
        return status + " " + new String(body, StandardCharsets.UTF_8);
    }
}
