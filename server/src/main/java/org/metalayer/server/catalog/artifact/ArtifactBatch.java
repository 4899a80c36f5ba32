package org.metalayer.server.catalog.artifact;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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

    private final ArtifactFiles files;
    private final ArtifactQueries repository;
    private final ArtifactPlacement placement;
    private final DiskSpace space;
    private final Path directory;
    private final AsideWrites writes;
    private final Map<Sha256, Long> sizes = new LinkedHashMap<>();

    /** What lies aside, or will. */
    private final Set<Sha256> aside = new LinkedHashSet<>();

    private final Deque<Future<?>> writing = new ArrayDeque<>();
    private AsideWrites.Load load = new AsideWrites.Load();

    ArtifactBatch(
            ArtifactFiles files,
            ArtifactQueries repository,
            ArtifactPlacement placement,
            DiskSpace space,
            Path directory,
            AsideWrites writes) {
        this.files = files;
        this.repository = repository;
        this.placement = placement;
        this.space = space;
        this.directory = directory;
        this.writes = writes;
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
        aside.add(digest);
        load.add(aside(digest), bytes);
        if (load.isFull()) {
            try {
                write();
            } catch (IOException e) {
                throw space.explain(e);
            }
        }
    }

    /** Also hears what became of earlier loads, so that a full disk ends the pack at once. */
    private void write() throws IOException {
        for (Future<?> first = writing.peek();
                first != null && first.isDone();
                first = writing.peek()) {
            AsideWrites.finish(writing.remove());
        }
        AsideWrites.Load full = load;
        load = new AsideWrites.Load();
        writing.add(writes.begin(full));
    }

    private Path aside(Sha256 digest) {
        return directory.resolve(digest.hex());
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
            write();
            while (!writing.isEmpty()) {
                AsideWrites.finish(writing.remove());
            }
            List<ArtifactFiles.Staged> staged =
                    fresh.keySet().stream()
                            .map(digest -> new ArtifactFiles.Staged(digest, aside(digest)))
                            .toList();
            files.settle(staged);
            placement.store(files, staged, fresh);
            aside.removeAll(fresh.keySet());
        } catch (IOException e) {
            throw space.explain(e);
        }
        return sizes.size();
    }

    @Override
    public void close() {
        writing.forEach(ArtifactBatch::settle);
        try {
            for (Sha256 digest : aside) {
                Files.deleteIfExists(aside(digest));
            }
            Files.delete(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Nothing is written any more, whatever became of it. */
    private static void settle(Future<?> write) {
        try {
            AsideWrites.finish(write);
        } catch (IOException e) {
            LOG.debugf("Nothing of this pack was stored: %s", e.getMessage());
        }
    }
}
