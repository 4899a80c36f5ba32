package org.metalayer.image.build;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Texts that come with this program. */
final class Resource {

    private Resource() {}

    static String text(String name) throws IOException {
        try (InputStream stream =
                Objects.requireNonNull(Resource.class.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
