package org.metalayer.server.platform.rest;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.metalayer.server.platform.ProblemException;

/**
 * Memory for packs of small files, of all senders together: of each lie there the file that is
 * coming in and those on the way to their writers. Short packs take little of it, so that they come
 * in beside long ones.
 */
@Singleton
public class PackRoom {

    private static final int ALL = 24 << 20;

    /** What the longest takes: one file of the largest size, and as much that waits. */
    private static final int MOST = 2 << 20;

    private final Semaphore free = new Semaphore(ALL);
    private final Duration patience;

    @Inject
    PackRoom() {
        this(Duration.ofSeconds(10));
    }

    PackRoom(Duration patience) {
        this.patience = patience;
    }

    /**
     * Takes room for one pack, as soon as there is some.
     *
     * @param length of the pack in bytes; negative where its sender does not say it
     * @throws ProblemException {@code busy} when there is none in time
     */
    public PlacesPerSender.Place take(int length) {
        int bytes = length < 0 ? MOST : Math.clamp(length, 1, MOST);
        try {
            if (free.tryAcquire(bytes, patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return () -> free.release(bytes);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw WholeBodies.BUSY
                .because("many packs of files are coming in; send it again in a moment")
                .header("Retry-After", "10");
    }
}
