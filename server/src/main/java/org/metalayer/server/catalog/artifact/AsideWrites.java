package org.metalayer.server.catalog.artifact;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/**
 * Writes small files while the next ones come in. Apart from {@link DurableWrites}: what a
 * transaction waits for must not wait behind files that come from outside.
 */
@Singleton
class AsideWrites {

    private static final int AT_ONCE = 2;

    /** Files that wait in memory, of all packs together; none is larger than a packed blob. */
    private static final int WAITING = 16;

    private final Semaphore room = new Semaphore(WAITING);

    private final ExecutorService pool =
            Executors.newFixedThreadPool(AT_ONCE, Thread.ofPlatform().daemon().factory());

    /** Begins to write a new file, as soon as there is room in memory; it is not durable then. */
    Future<?> begin(Path file, ByteBuffer bytes) throws IOException {
        try {
            room.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted before " + file + " was written");
        }
        boolean begun = false;
        try {
            Future<?> write = pool.submit(() -> write(file, bytes));
            begun = true;
            return write;
        } finally {
            if (!begun) {
                room.release();
            }
        }
    }

    /** Returns when it has been written, interrupted or not: it is a matter of moments. */
    static void finish(Future<?> write) throws IOException {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    write.get();
                    return;
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private Path write(Path file, ByteBuffer bytes) throws IOException {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            return file;
        } finally {
            room.release();
        }
    }

    @PreDestroy
    void close() {
        pool.shutdown();
    }
}
