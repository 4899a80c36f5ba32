package org.metalayer.server.catalog.artifact;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import org.jboss.logging.Logger;
import org.metalayer.protocol.Sha256;
import org.metalayer.server.platform.DiskSpace;

/**
 * Takes verified small artifacts. Nothing of a batch is stored before {@link #commit}; closing it
 * without leaves no trace.
 */
public final class ArtifactBatch implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(ArtifactBatch.class);

    /** Files of a batch that are written at once; what is not written yet is held in memory. */
    private static final int AT_ONCE = 4;

    private final ArtifactFiles files;
    private final ArtifactQueries repository;
    private final ArtifactPlacement placement;
    private final DiskSpace space;
    private final Path directory;
    private final Map<Sha256, Long> sizes = new LinkedHashMap<>();
    private final Deque<Future<?>> writing = new ArrayDeque<>();

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

    /**
     * Writes one artifact aside, while the next ones come in.
     *
     * @param bytes checked against {@code digest}, and the batch's own from now on
     */
    public void add(Sha256 digest, ByteBuffer bytes) {
        if (sizes.putIfAbsent(digest, (long) bytes.remaining()) != null) {
            return;
        }
        writing.add(files.durable().create(directory.resolve(digest.hex()), bytes));
        awaitAllBut(AT_ONCE);
    }

    private void awaitAllBut(int most) {
        try {
            while (writing.size() > most) {
                DurableWrites.await(writing.remove());
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
        awaitAllBut(0);
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

    /** Nothing of it is written any more, whatever became of it. */
    private static void settle(Future<?> write) {
        try {
            DurableWrites.await(write);
        } catch (IOException e) {
            // What could not be written has been said before, or does not matter any more.
            LOG.debug(e.getMessage());
        }
    }

    @Override
    public void close() {
        try {
            for (Future<?> each : writing) {
                settle(each);
            }
            for (Sha256 digest : sizes.keySet()) {
                Files.deleteIfExists(directory.resolve(digest.hex()));
            }
            Files.delete(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
