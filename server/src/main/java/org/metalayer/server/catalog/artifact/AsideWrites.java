package org.metalayer.server.catalog.artifact;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
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

    /** Loads that wait in memory, of all packs together. */
    private static final int WAITING = 12;

    private final Semaphore room = new Semaphore(WAITING);

    private final ExecutorService pool =
            Executors.newFixedThreadPool(AT_ONCE, Thread.ofPlatform().daemon().factory());

    /** Files that are handed over together: a thread that is woken for each costs more than it. */
    static final class Load {

        /** Bytes, which the last file may pass by the size of a packed blob. */
        private static final int FULL = 64 << 10;

        /** What a file takes in memory beside its bytes: there may be a great many tiny ones. */
        private static final int EACH = 512;

        private final Map<Path, ByteBuffer> files = new LinkedHashMap<>();
        private int bytes;

        void add(Path file, ByteBuffer content) {
            files.put(file, content);
            bytes += EACH + content.remaining();
        }

        boolean isFull() {
            return bytes >= FULL;
        }
    }

    /** Begins to write new files, as soon as there is room in memory; they are not durable then. */
    Future<?> begin(Load load) throws IOException {
        try {
            room.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted before files were written");
        }
        boolean begun = false;
        try {
            Future<?> write = pool.submit(() -> write(load));
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

    private int write(Load load) throws IOException {
        try {
            for (Map.Entry<Path, ByteBuffer> each : load.files.entrySet()) {
                write(each.getKey(), each.getValue());
            }
            return load.files.size();
        } finally {
            room.release();
        }
    }

    private static void write(Path file, ByteBuffer bytes) throws IOException {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
    }

    @PreDestroy
    void close() {
        pool.shutdown();
    }
}
