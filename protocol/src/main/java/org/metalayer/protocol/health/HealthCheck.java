package org.metalayer.protocol.health;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.RelativePath;
import org.metalayer.protocol.Texts;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.json.JsonObject;

/** One declared condition of health (docs/protocol.md §9). A declaration, never a program. */
public sealed interface HealthCheck {
    /** Larger files are not read by a check. */
    int MAX_READ = 4 << 20;

    /** What is wrong, in plain words; empty when all is well. */
    List<String> faults(ComponentFiles files) throws IOException;

    /** The file exists and is not empty. */
    record NotEmpty(RelativePath path) implements HealthCheck {
        @Override
        public List<String> faults(ComponentFiles files) {
            OptionalLong size = files.size(path);
            if (size.isEmpty()) {
                return List.of(path + " is missing");
            }
            return size.getAsLong() == 0 ? List.of(path + " is empty") : List.of();
        }
    }

    /** The file is valid JSON. */
    record ValidJson(RelativePath path) implements HealthCheck {
        @Override
        public List<String> faults(ComponentFiles files) throws IOException {
            Optional<byte[]> bytes = read(files, path);
            if (bytes.isEmpty()) {
                return List.of("%s is missing or larger than %d bytes".formatted(path, MAX_READ));
            }
            try {
                Json.parse(bytes.get());
                return List.of();
            } catch (MalformedDocumentException e) {
                return List.of("%s: %s".formatted(path, e.getMessage()));
            }
        }
    }

    /** Every local {@code src} and {@code href} of the page exists in the component. */
    record CompletePage(RelativePath path) implements HealthCheck {
        @Override
        public List<String> faults(ComponentFiles files) throws IOException {
            Optional<byte[]> bytes = read(files, path);
            if (bytes.isEmpty()) {
                return List.of("%s is missing or larger than %d bytes".formatted(path, MAX_READ));
            }
            List<String> faults = new ArrayList<>();
            for (PageLinks.Link link : PageLinks.in(path, Texts.utf8(bytes.get()))) {
                if (link.target().isEmpty()) {
                    faults.add(
                            "%s refers to %s, which is outside the component"
                                    .formatted(path, Texts.shown(link.text())));
                } else if (files.size(link.target().get()).isEmpty()) {
                    faults.add(
                            "%s refers to %s, which does not exist"
                                    .formatted(path, link.target().get()));
                }
            }
            return faults;
        }
    }

    /** The stick has that many bytes left. Only a stick can say. */
    record FreeSpace(long minBytes) implements HealthCheck {
        public FreeSpace {
            if (minBytes < 0) {
                throw new MalformedDocumentException("min_bytes must not be negative");
            }
        }

        @Override
        public List<String> faults(ComponentFiles files) {
            return List.of();
        }

        /** What is wrong on a stick with {@code free} usable bytes. */
        public List<String> faults(long free) {
            return free >= minBytes
                    ? List.of()
                    : List.of(
                            String.format(
                                    Locale.ROOT,
                                    "needs %,d bytes of free space, %,d are left",
                                    minBytes,
                                    free));
        }
    }

    static HealthCheck read(JsonObject json) {
        return switch (json.string("kind")) {
            case "file" -> new NotEmpty(new RelativePath(json.string("path")));
            case "json" -> new ValidJson(new RelativePath(json.string("path")));
            case "html" -> new CompletePage(new RelativePath(json.string("path")));
            case "free-space" -> new FreeSpace(json.integer("min_bytes"));
            case String other ->
                    throw new MalformedDocumentException(
                            "kind of a health check must be file, json, html or free-space, was \"%s\""
                                    .formatted(Texts.shown(other)));
        };
    }

    private static Optional<byte[]> read(ComponentFiles files, RelativePath path)
            throws IOException {
        OptionalLong size = files.size(path);
        if (size.isEmpty() || size.getAsLong() > MAX_READ) {
            return Optional.empty();
        }
        try (var in = files.open(path)) {
            return Optional.of(in.readNBytes(MAX_READ));
        }
    }
}
