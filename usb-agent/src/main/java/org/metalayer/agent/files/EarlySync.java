package org.metalayer.agent.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Has the device write large files while the next ones are still on their way. Nothing depends on
 * it: a {@link DurableFiles#syncTree} that follows waits for what is left, and finds what failed.
 */
public final class EarlySync implements AutoCloseable {

    /** In bytes. Smaller files are synced faster together, once all are there. */
    private static final long WORTH_IT = 1 << 20;

    private final ExecutorService device =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("early-sync").factory());

    /** Returns at once. */
    public void begin(Path file, long size) {
        if (size >= WORTH_IT) {
            device.execute(() -> force(file));
        }
    }

    /** Waits for what was begun. */
    @Override
    public void close() {
        device.close();
    }

    private static void force(Path file) {
        try {
            TreeSync.force(file);
        } catch (IOException _) {
            // The sync of the whole tree tries again, and tells.
        }
    }
}
