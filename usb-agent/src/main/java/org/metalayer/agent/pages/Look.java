package org.metalayer.agent.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.metalayer.agent.http.Answer;

/** The two files that the agent's own pages need besides themselves. */
final class Look {

    private static final Map<String, String> TYPES =
            Map.of("/look.css", "text/css; charset=utf-8", "/icon.svg", "image/svg+xml");

    private Look() {}

    static Optional<Answer> of(String path) {
        return Optional.ofNullable(TYPES.get(path))
                .map(type -> Answers.text(200, Policy.ownPage(), type, read(path.substring(1))));
    }

    private static String read(String name) {
        try (InputStream in = Look.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not part of this program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
