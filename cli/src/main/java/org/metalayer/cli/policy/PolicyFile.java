package org.metalayer.cli.policy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.metalayer.cli.platform.CliException;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;
import org.metalayer.protocol.json.JsonValue;

/**
 * A policy that somebody wrote: an object with note, rows and examples, or what policies show
 * --json printed.
 *
 * @param body as the Main System takes it
 * @param from the version that was printed, with the revision that it had then; empty where the
 *     file does not say
 */
record PolicyFile(JsonObject body, Optional<JsonObject> from) {

    static PolicyFile read(Path file) {
        try {
            return of(Json.parseObject(Files.readAllBytes(file)));
        } catch (NoSuchFileException e) {
            throw new CliException("There is no file " + file, e);
        } catch (IOException e) {
            throw new CliException("%s cannot be read: %s".formatted(file, e.getMessage()), e);
        } catch (MalformedDocumentException e) {
            throw new CliException("%s is no JSON: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static PolicyFile of(JsonObject written) {
        if (!(written.members().get("version") instanceof JsonObject version)) {
            return new PolicyFile(written, Optional.empty());
        }
        JsonBuilder body = new JsonBuilder().put("note", version.string("note"));
        for (String name : List.of("rows", "examples")) {
            JsonValue value = written.members().get(name);
            if (value != null) {
                body.put(name, value);
            }
        }
        return new PolicyFile(body.build(), Optional.of(version));
    }

    /** The revision of a version that whoever wrote the file started from. */
    Optional<Long> revisionOf(int version) {
        return from.filter(printed -> printed.integer("version") == version)
                .map(printed -> printed.integer("revision"));
    }
}
