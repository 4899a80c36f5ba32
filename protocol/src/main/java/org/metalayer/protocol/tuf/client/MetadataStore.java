package org.metalayer.protocol.tuf.client;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.metalayer.protocol.io.DurableFile;
import org.metalayer.protocol.tuf.model.RepositoryFiles;
import org.metalayer.protocol.tuf.model.RoleName;

/**
 * The verified metadata in one directory: each file is replaced whole and synced. What is read back
 * is foreign again: it is verified like anything else, and a file that is torn, lost or too long is
 * simply not there.
 */
public final class MetadataStore {
    // Not *.json: everything with that ending is the metadata of a role.
    private static final String PIN = "root.pin";

    private final Path directory;

    /** Made when something is first stored. */
    public MetadataStore(Path directory) {
        this.directory = directory;
    }

    /** Keeps the pinned root. */
    public void pin(byte[] root) throws IOException {
        write(PIN, root);
    }

    /** The root that was pinned, if it can be read. */
    public Optional<byte[]> pinned() {
        return read(PIN, Updater.MAX_ROOT);
    }

    Optional<byte[]> read(RoleName role, long maxLength) {
        return read(RepositoryFiles.plain(role), maxLength);
    }

    void write(RoleName role, byte[] content) throws IOException {
        write(RepositoryFiles.plain(role), content);
    }

    void delete(RoleName role) throws IOException {
        Files.deleteIfExists(directory.resolve(RepositoryFiles.plain(role)));
    }

    private Optional<byte[]> read(String name, long maxLength) {
        try (InputStream in = Files.newInputStream(directory.resolve(name))) {
            byte[] content = in.readNBytes(Math.toIntExact(maxLength + 1));
            return content.length > maxLength ? Optional.empty() : Optional.of(content);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private void write(String name, byte[] content) throws IOException {
        Files.createDirectories(directory);
        DurableFile.write(directory.resolve(name), content);
    }
}
