package org.metalayer.server.platform.rest;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.metalayer.server.platform.ProblemException;
import org.metalayer.server.platform.ProblemType;

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

    private final Set<UUID> senders = ConcurrentHashMap.newKeySet();
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
     * Takes room for one pack, as soon as there is some. Each sender has one at a time, so that a
     * few who send slowly do not take all of it.
     *
     * @param length of the pack in bytes; negative where its sender does not say it
     * @throws ProblemException {@code busy} when there is none in time, {@code too-many-requests}
     *     when a pack of the same sender is coming in
     */
    public PlacesPerSender.Place take(UUID sender, int length) {
        if (!senders.add(sender)) {
            throw ProblemType.TOO_MANY_REQUESTS
                    .because("another pack of this stick is coming in: send one after the other")
                    .header("Retry-After", "10");
        }
        try {
            PlacesPerSender.Place place = take(length);
            return () -> {
                place.close();
                senders.remove(sender);
            };
        } catch (ProblemException e) {
            senders.remove(sender);
            throw e;
        }
    }

    private PlacesPerSender.Place take(int length) {
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
