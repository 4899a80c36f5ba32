package org.metalayer.protocol.tuf.client;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.io.DurableFile;
import org.metalayer.protocol.tuf.model.RepositoryFiles;
import org.metalayer.protocol.tuf.model.RoleName;

/**
 * The verified metadata in one directory: each file is replaced whole and synced. What is read back
 * is foreign again: it is verified like anything else, and a file that is torn, lost or too long is
 * simply not there.
 *
 * <p>What cannot be written counts from memory all the same, until {@link #store} succeeds: a disk
 * that is full must not keep anybody from learning what was revoked or halted.
 */
public final class MetadataStore {
    // Not *.json: everything with that ending is the metadata of a role.
    private static final String PIN = "root.pin";
    private static final String REACHED = "root.version";

    private final Path directory;
    private final Map<String, byte[]> unstored = new HashMap<>();

    /** Made when something is first stored. */
    public MetadataStore(Path directory) {
        this.directory = directory;
    }

    /** Keeps the pinned root. */
    public void pin(byte[] root) {
        write(PIN, root);
    }

    /** The root that was pinned, if it can be read. */
    public Optional<byte[]> pinned() {
        return read(PIN, Updater.MAX_ROOT);
    }

    /** Digest of the first root that all this was verified from, where that can still be read. */
    public Optional<Sha256> firstRoot() {
        return reached().map(ReachedRoot::pin).or(() -> pinned().map(Sha256::of));
    }

    /**
     * Stores what could not be stored before.
     *
     * @throws IOException when it still cannot
     */
    public void store() throws IOException {
        for (Map.Entry<String, byte[]> file : List.copyOf(unstored.entrySet())) {
            put(file.getKey(), file.getValue());
        }
    }

    /** Removes what writes that a power cut ended have left. Before anything is written. */
    public void sweep() throws IOException {
        DurableFile.deleteUnfinished(directory);
    }

    Optional<ReachedRoot> reached() {
        return read(REACHED, ReachedRoot.MAX_LENGTH).flatMap(ReachedRoot::read);
    }

    void write(ReachedRoot reached) {
        write(REACHED, reached.write());
    }

    Optional<byte[]> read(RoleName role, long maxLength) {
        return read(RepositoryFiles.plain(role), maxLength);
    }

    void write(RoleName role, byte[] content) {
        write(RepositoryFiles.plain(role), content);
    }

    void delete(RoleName role) throws IOException {
        String name = RepositoryFiles.plain(role);
        unstored.remove(name);
        Files.deleteIfExists(directory.resolve(name));
    }

    private Optional<byte[]> read(String name, long maxLength) {
        byte @Nullable [] newer = unstored.get(name);
        if (newer != null) {
            return Optional.of(newer.clone());
        }
        try (InputStream in = Files.newInputStream(directory.resolve(name))) {
            byte[] content = in.readNBytes(Math.toIntExact(maxLength + 1));
            return content.length > maxLength ? Optional.empty() : Optional.of(content);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private void write(String name, byte[] content) {
        unstored.put(name, content.clone());
        try {
            put(name, content);
        } catch (IOException e) {
            // Told by store().
            return;
        }
    }

    private void put(String name, byte[] content) throws IOException {
        Files.createDirectories(directory);
        DurableFile.write(directory.resolve(name), content);
        unstored.remove(name);
    }
}
