package org.metalayer.server.catalog.artifact;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.metalayer.protocol.Sha256;
import org.metalayer.server.platform.DiskSpace;

/**
 * Takes verified small artifacts. Nothing of a batch is stored before {@link #commit}; closing it
 * without leaves no trace.
 */
public final class ArtifactBatch implements AutoCloseable {

    private final ArtifactFiles files;
    private final ArtifactQueries repository;
    private final ArtifactPlacement placement;
    private final DiskSpace space;
    private final Path directory;
    private final Map<Sha256, Long> sizes = new LinkedHashMap<>();

    ArtifactBatch(
            ArtifactFiles files,
            ArtifactQueries repository,
            ArtifactPlacement placement,
            DiskSpace space,
            Path directory) {
        this.files = files;
        this.repository = repository;
        this.placement = placement;
        this.space = space;
        this.directory = directory;
    }

    /** Writes one artifact aside; {@code bytes} have been checked against {@code digest}. */
    public void add(Sha256 digest, ByteBuffer bytes) {
        if (sizes.putIfAbsent(digest, (long) bytes.remaining()) != null) {
            return;
        }
        try (FileChannel file =
                FileChannel.open(
                        directory.resolve(digest.hex()),
                        StandardOpenOption.CREATE_NEW,
                        StandardOpenOption.WRITE)) {
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
        } catch (IOException e) {
            throw space.explain(e);
        }
    }

    /** What was added. */
    public Set<Sha256> digests() {
        return Set.copyOf(sizes.keySet());
    }

    /** Stores what was added and returns how many artifacts that were. */
    public int commit() {
        Map<Sha256, Long> fresh = new LinkedHashMap<>(sizes);
        fresh.keySet().removeAll(repository.sizes(sizes.keySet()).keySet());
        try {
            List<ArtifactFiles.Staged> staged =
                    fresh.keySet().stream()
                            .map(digest ->
                                    new ArtifactFiles.Staged(
                                            digest, directory.resolve(digest.hex())))
                            .toList();
            files.settle(staged);
            placement.store(files, staged, fresh);
        } catch (IOException e) {
            throw space.explain(e);
        }
        return sizes.size();
    }

    @Override
    public void close() {
        try {
            for (Sha256 digest : sizes.keySet()) {
                Files.deleteIfExists(directory.resolve(digest.hex()));
            }
            Files.delete(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
