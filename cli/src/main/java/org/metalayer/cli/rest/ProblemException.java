package org.metalayer.cli.rest;

import java.util.Locale;
import java.util.Optional;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.json.JsonObject;

/** The Main System refused a request (RFC 9457); the message says why in one line. */
public final class ProblemException extends RuntimeException {
    private static final String TYPE_PREFIX = "urn:metalayer:problem:";

    private final int status;
    private final String slug;

    private ProblemException(int status, String slug, String line) {
        super(line);
        this.status = status;
        this.slug = slug;
    }

    /** Reads the problem document; whatever else a proxy may answer is named by its status. */
    static ProblemException read(int status, byte[] body) {
        try {
            JsonObject problem = Json.parseObject(body);
            String type = problem.optionalString("type").orElse("");
            return new ProblemException(
                    status,
                    type.startsWith(TYPE_PREFIX) ? type.substring(TYPE_PREFIX.length()) : "",
                    line(problem));
        } catch (MalformedDocumentException e) {
            String size = body.length == 0 ? "" : " (%d bytes that are no problem document)";
            return new ProblemException(
                    status,
                    "",
                    "HTTP status %d without a reason%s; does the URL lead to a Main System?"
                            .formatted(status, size.formatted(body.length)));
        }
    }

    public int status() {
        return status;
    }

    /** The kind of problem, such as {@code illegal-transition}; empty when it has none. */
    public String slug() {
        return slug;
    }

    /** The problem for a person. */
    public String line() {
        return String.valueOf(getMessage());
    }

    private static String line(JsonObject problem) {
        String title =
                problem.optionalString("title")
                        .filter(text -> !text.isBlank())
                        .orElse("The request was refused");
        Optional<String> detail = problem.optionalString("detail").filter(text -> !text.isBlank());
        if (detail.isEmpty() || detail.get().equals(title)) {
            return title;
        }
        return detail.get().toLowerCase(Locale.ROOT).startsWith(title.toLowerCase(Locale.ROOT))
                ? detail.get()
                : title + ": " + detail.get();
    }
}
