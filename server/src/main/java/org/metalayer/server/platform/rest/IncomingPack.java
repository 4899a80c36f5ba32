package org.metalayer.server.platform.rest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.metalayer.server.platform.Ticker;

/**
 * A pack that has room in memory while it comes in. It keeps that as long as nobody waits for room,
 * or as long as its sender is quick: only the time in which bytes are waited for is the sender's,
 * and what came fast before buys no more of it than anybody has at the beginning.
 */
final class IncomingPack extends FilterInputStream {

    private static final long MOST_SPARE = Duration.ofSeconds(5).toNanos();
    private static final int BYTES_PER_SECOND = 64 << 10;
    private static final long NANOS_PER_BYTE = Duration.ofSeconds(1).toNanos() / BYTES_PER_SECOND;

    private final Ticker ticker;
    private final int bytes;
    private final Runnable hangUp;
    private final Runnable leave;

    /** Who waits for bytes, and since when. */
    private @Nullable Thread reader;

    private long since;
    private long spare = MOST_SPARE;
    private boolean over;

    /**
     * @param bytes how much room it has
     * @param hangUp ends the connection after the answer, so that nobody listens to the rest
     * @param leave gives back its room
     */
    IncomingPack(InputStream body, Ticker ticker, int bytes, Runnable hangUp, Runnable leave) {
        super(body);
        this.ticker = ticker;
        this.bytes = bytes;
        this.hangUp = hangUp;
        this.leave = leave;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        begin();
        int read = 0;
        try {
            read = super.read(buffer, offset, length);
            return read;
        } catch (InterruptedIOException e) {
            requireRoom();
            throw e;
        } finally {
            end(read);
        }
    }

    private synchronized void begin() {
        requireRoom();
        reader = Thread.currentThread();
        since = ticker.nanos();
    }

    private synchronized void requireRoom() {
        if (over) {
            hangUp.run();
            throw PacedInputStream.TOO_SLOW
                    .because("others wait for the room that this pack takes; send it again later")
                    .header("Retry-After", "60");
        }
    }

    private synchronized void end(int read) {
        reader = null;
        if (over) {
            // The interrupt may have come too late for the read, and is meant for nothing else.
            var _ = Thread.interrupted();
        }
        spare = Math.min(MOST_SPARE, spare - (ticker.nanos() - since) + read * NANOS_PER_BYTE);
    }

    int bytes() {
        return bytes;
    }

    /** Whether it gave way: its room is as good as free. */
    synchronized boolean isOver() {
        return over;
    }

    /** By how much its sender is late, in nanoseconds; not above zero where it is quick enough. */
    synchronized long lateness() {
        return reader == null || over ? 0 : ticker.nanos() - since - spare;
    }

    /** Ends it where it is still late, also where nothing comes at all; answers whether it did. */
    synchronized boolean giveWay() {
        if (reader == null || lateness() <= 0) {
            return false;
        }
        over = true;
        reader.interrupt();
        return true;
    }

    /** Gives back its room; the body is its reader's own affair. */
    @Override
    public void close() {
        leave.run();
    }
}
