package org.metalayer.server.platform.rest;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.InputStream;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.metalayer.server.platform.ProblemException;
import org.metalayer.server.platform.ProblemType;
import org.metalayer.server.platform.Ticker;

/**
 * Memory for packs of small files, of all senders together: of each lie there the file that is
 * coming in and those on the way to their writers. Short packs take little of it, so that they come
 * in beside long ones, and slow ones give way where others wait.
 */
@Singleton
public class PackRoom {

    private static final int ALL = 24 << 20;

    /** What the longest takes: one file of the largest size, and as much that waits. */
    private static final int MOST = 2 << 20;

    /** In milliseconds, between two looks at who could give way. */
    private static final long STEP = 250;

    private final Map<UUID, IncomingPack> packs = new ConcurrentHashMap<>();
    private final Semaphore free = new Semaphore(ALL);
    private final Duration patience;
    private final Ticker ticker;

    @Inject
    PackRoom(Ticker ticker) {
        this(ticker, Duration.ofSeconds(10));
    }

    PackRoom(Ticker ticker, Duration patience) {
        this.ticker = ticker;
        this.patience = patience;
    }

    /**
     * Takes room for one pack, as soon as there is some. Each sender has one at a time, so that a
     * few who send slowly do not take all of it.
     *
     * @param length of the pack in bytes; negative where its sender does not say it
     * @param hangUp ends the connection after the answer, where the pack has to give way
     * @return the pack, whose end of being used gives the room back
     * @throws ProblemException {@code busy} when there is none in time, {@code too-many-requests}
     *     when a pack of the same sender is coming in
     */
    public InputStream take(UUID sender, int length, InputStream body, Runnable hangUp) {
        int bytes = length < 0 ? MOST : Math.clamp(length, 1, MOST);
        IncomingPack pack =
                new IncomingPack(body, ticker, bytes, hangUp, () -> leave(sender, bytes));
        if (packs.putIfAbsent(sender, pack) != null) {
            throw ProblemType.TOO_MANY_REQUESTS
                    .because("another pack of this stick is coming in: send one after the other")
                    .header("Retry-After", "10");
        }
        if (!isTaken(bytes)) {
            packs.remove(sender);
            throw WholeBodies.BUSY
                    .because("many packs of files are coming in; send it again in a moment")
                    .header("Retry-After", "10");
        }
        return pack;
    }

    /** In this order, so that its room is never missed by who looks for some. */
    private void leave(UUID sender, int bytes) {
        free.release(bytes);
        packs.remove(sender);
    }

    private boolean isTaken(int bytes) {
        try {
            for (long waited = 0; waited < patience.toMillis(); waited += STEP) {
                if (free.tryAcquire(bytes, STEP, TimeUnit.MILLISECONDS)) {
                    return true;
                }
                makeRoom(bytes);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        return free.tryAcquire(bytes);
    }

    /** One who waits at a time: what packs that are over give back may be enough for the next. */
    private synchronized void makeRoom(int bytes) {
        int comingFree =
                packs.values().stream()
                        .filter(IncomingPack::isOver)
                        .mapToInt(IncomingPack::bytes)
                        .sum();
        int lacking = bytes - free.availablePermits() - comingFree;
        if (lacking > 0) {
            LatePacks.end(packs.values(), lacking);
        }
    }
}
