package org.metalayer.cli.policy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.metalayer.cli.platform.CliException;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.json.JsonObject;

/** A policy that somebody wrote: an object with note, rows and examples. */
final class PolicyFile {

    private PolicyFile() {}

    static JsonObject read(Path file) {
        try {
            return Json.parseObject(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            throw new CliException("There is no file " + file, e);
        } catch (IOException e) {
            throw new CliException("%s cannot be read: %s".formatted(file, e.getMessage()), e);
        } catch (MalformedDocumentException e) {
            throw new CliException("%s is no JSON: %s".formatted(file, e.getMessage()), e);
        }
    }
}
