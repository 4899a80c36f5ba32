package org.metalayer.server.platform.rest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.metalayer.server.platform.ProblemType;
import org.metalayer.server.platform.Ticker;

/**
 * Ends a request whose body comes so slowly that it is meant to, or might as well come later. Every
 * read ends by itself where nothing comes at all ({@code quarkus.http.read-timeout}), so that it is
 * enough to look after each.
 */
final class PacedInputStream extends FilterInputStream {

    /** 503, because 4xx would be the last word about what a stick sends. */
    static final ProblemType TOO_SLOW =
            new ProblemType("too-slow", "The request body comes too slowly", 503);

    private static final long WINDOW = Duration.ofMinutes(1).toNanos();

    /** A tenth of an old telephone line. */
    private static final long BYTES_PER_SECOND = 512;

    private final Ticker ticker;
    private final Runnable hangUp;
    private long begun;
    private long received;

    /**
     * @param hangUp ends the connection after the answer, so that nobody listens to the rest
     */
    PacedInputStream(InputStream body, Ticker ticker, Runnable hangUp) {
        super(body);
        this.ticker = ticker;
        this.hangUp = hangUp;
        this.begun = ticker.nanos();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        if (read >= 0) {
            received += read;
            requirePace();
        }
        return read;
    }

    /** Minute by minute: what came fast before buys no time. */
    private void requirePace() {
        long now = ticker.nanos();
        if (now - begun < WINDOW) {
            return;
        }
        long seconds = TimeUnit.NANOSECONDS.toSeconds(now - begun);
        if (received < seconds * BYTES_PER_SECOND) {
            hangUp.run();
            throw TOO_SLOW.because(
                            "only %,d bytes came in %d s; send it again over a better line"
                                    .formatted(received, seconds))
                    .header("Retry-After", "60");
        }
        begun = now;
        received = 0;
    }
}
