package org.metalayer.agent.stick;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.metalayer.agent.files.DurableFiles;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.json.JsonObject;

/**
 * One value kept in one JSON file, replaced whole or not at all.
 *
 * @param <T> an immutable value
 */
public final class StateFile<T> {

    /**
     * The limit for documents from outside does not count: what this agent wrote down it has to be
     * able to read again, however many files the owner keeps.
     */
    private static final int ANY_NUMBER = Integer.MAX_VALUE;

    private final DurableFiles files;
    private final Path path;
    private final Function<JsonObject, T> reader;
    private final Function<T, JsonObject> writer;
    private final boolean secret;

    public StateFile(
            DurableFiles files,
            Path path,
            Function<JsonObject, T> reader,
            Function<T, JsonObject> writer) {
        this(files, path, reader, writer, false);
    }

    private StateFile(
            DurableFiles files,
            Path path,
            Function<JsonObject, T> reader,
            Function<T, JsonObject> writer,
            boolean secret) {
        this.files = files;
        this.path = path;
        this.reader = reader;
        this.writer = writer;
        this.secret = secret;
    }

    /** The same, for a value that only the agent's own account may read. */
    public StateFile<T> secret() {
        return new StateFile<>(files, path, reader, writer, true);
    }

    /**
     * The value, or empty when none was ever written.
     *
     * @throws DamagedStateException when the file is not what this agent wrote
     */
    public Optional<T> read() throws IOException {
        try {
            byte[] json = Files.readAllBytes(path);
            return Optional.of(reader.apply(Json.parseObject(json, ANY_NUMBER)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (MalformedDocumentException | IllegalArgumentException e) {
            throw new DamagedStateException(path, e);
        }
    }

    /** Durable when it returns. */
    public void write(T value) throws IOException {
        files.createDirectories(path.resolveSibling(""));
        byte[] json = Json.pretty(writer.apply(value)).getBytes(StandardCharsets.UTF_8);
        if (secret) {
            files.replaceSecret(path, json);
        } else {
            files.replace(path, json);
        }
    }

    public void delete() throws IOException {
        files.delete(path);
    }
}
