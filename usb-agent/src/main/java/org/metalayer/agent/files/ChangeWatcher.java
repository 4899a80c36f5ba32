package org.metalayer.agent.files;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Path;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Says that a component may have changed, soon after it did. Only a hint: what changed, and what
 * changed unseen, is found by a {@link TreeScan}.
 */
public final class ChangeWatcher implements Closeable {

    /**
     * A component under constant change is still told of, this many quiet times after the first.
     */
    private static final int PATIENCE = 10;

    private final WatchService service;
    private final ComponentWatches watches;
    private final Duration quiet;
    private final Listener listener;
    private final Thread thread;

    /**
     * Hears hints, on the watcher's own thread; to return quickly and to throw nothing is its duty.
     */
    public interface Listener {

        /** Something happened in the directory of this name below the watched one. */
        void mayHaveChanged(String component);

        /**
         * Changes may have gone unseen: every component needs a scan.
         *
         * @param reason for the log
         */
        void anythingMayHaveChanged(String reason);
    }

    /**
     * Watches every component below {@code modules}. Changes after this returns are told; scan once
     * then for those before.
     *
     * @param quiet how long nothing must happen before what happened is told
     * @throws IOException when {@code modules} cannot be watched at all
     */
    public static ChangeWatcher watch(Path modules, Duration quiet, Listener listener)
            throws IOException {
        WatchService service = modules.getFileSystem().newWatchService();
        try {
            Hints start = new Hints();
            ComponentWatches watches =
                    new ComponentWatches(service, modules.toAbsolutePath(), start);
            ChangeWatcher watcher = new ChangeWatcher(service, watches, quiet, listener);
            start.tell(listener);
            watcher.thread.start();
            return watcher;
        } catch (IOException e) {
            service.close();
            throw e;
        }
    }

    private ChangeWatcher(
            WatchService service, ComponentWatches watches, Duration quiet, Listener listener) {
        this.service = service;
        this.watches = watches;
        this.quiet = quiet;
        this.listener = listener;
        this.thread = Thread.ofPlatform().daemon().name("change-watcher").unstarted(this::run);
    }

    /** Ends the watching; no hint comes after this returned. */
    @Override
    public void close() throws IOException {
        service.close();
        boolean interrupted = false;
        while (thread.isAlive() && thread != Thread.currentThread()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (true) {
                Hints hints = new Hints();
                collect(service.take(), hints);
                if (!hints.isEmpty()) {
                    collectUntilQuiet(hints);
                    hints.tell(listener);
                }
            }
        } catch (ClosedWatchServiceException | InterruptedException e) {
            // close() ends the watching in this way.
        }
    }

    private void collectUntilQuiet(Hints hints) throws InterruptedException {
        long patience = System.nanoTime() + quiet.multipliedBy(PATIENCE).toNanos();
        WatchKey key = poll();
        while (key != null) {
            collect(key, hints);
            key = System.nanoTime() - patience < 0 ? poll() : null;
        }
    }

    private @Nullable WatchKey poll() throws InterruptedException {
        return service.poll(quiet.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void collect(WatchKey key, Hints hints) {
        watches.collect(key, hints);
    }
}
