package org.metalayer.server.catalog.artifact;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Brings files and directory entries to the disk. Many at once: a journaling file system puts
 * simultaneous fsyncs into one commit, which makes a thousand of them as cheap as a few dozen, and
 * a sync of the whole file system as cheap as one.
 */
@Singleton
public class DurableWrites {

    private static final int AT_ONCE = 16;

    /** From here on it is faster to sync all there is, also what others have written. */
    private static final int MANY = 64;

    private final FileSystemSync whole =
            new FileSystemSync("sync", System.getProperty("os.version"), Duration.ofSeconds(10));

    private final ExecutorService pool =
            Executors.newFixedThreadPool(AT_ONCE, Thread.ofPlatform().daemon().factory());

    /**
     * The same as {@link #force}, perhaps with all that others have written: not for a transaction,
     * which would wait for a busy disk.
     *
     * @param paths on one file system, as all of a data directory is: files in it are linked
     */
    void forceMany(Collection<Path> paths) throws IOException {
        if (paths.size() < MANY || !whole.sync(paths.iterator().next())) {
            force(paths);
        }
    }

    /** Returns when all of {@code paths}, files or directories, are durable. */
    public void force(Collection<Path> paths) throws IOException {
        List<Future<?>> running = new ArrayList<>();
        for (Path path : paths) {
            running.add(
                    pool.submit(() -> {
                        forceOne(path);
                        return path;
                    }));
        }
        for (Future<?> each : running) {
            await(each);
        }
    }

    private static void forceOne(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static void await(Future<?> running) throws IOException {
        try {
            running.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted while writing", e));
        }
    }

    @PreDestroy
    void close() {
        pool.shutdown();
    }
}
