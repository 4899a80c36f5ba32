package org.metalayer.agent.files;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Has the device write large files while the next ones are still on their way. A {@link
 * DurableFiles#syncTree} that follows waits for what is left, but what failed here only this tells:
 * a device says once that it could not write something.
 */
public final class EarlySync implements AutoCloseable {

    /** In bytes. Smaller files are synced faster together, once all are there. */
    private static final long WORTH_IT = 1 << 20;

    private final StorageFaults faults;
    private final List<Future<?>> running = new ArrayList<>();
    private final ExecutorService device =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("early-sync").factory());

    EarlySync(StorageFaults faults) {
        this.faults = faults;
    }

    /** Returns at once. */
    public void begin(Path file, long size) {
        if (size >= WORTH_IT) {
            running.add(
                    device.submit(() -> {
                        force(file);
                        return null;
                    }));
        }
    }

    /**
     * Waits for what was begun.
     *
     * @throws UnsyncedException when the device could not write all of it
     */
    @Override
    public void close() throws IOException {
        try (device) {
            for (Future<?> sync : running) {
                TreeSync.await(sync);
            }
        }
    }

    private void force(Path file) throws IOException {
        try {
            faults.before("early-sync");
            TreeSync.force(file);
        } catch (NoSuchFileException _) {
            // Whoever reads the tree back sees that it is not there.
        }
    }
}
