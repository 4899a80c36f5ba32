package org.metalayer.server.platform.rest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.metalayer.server.platform.ProblemType;

/**
 * Ends a request whose body comes so slowly that it is meant to, or might as well come later. Every
 * read ends by itself where nothing comes at all ({@code quarkus.http.read-timeout}), so that it is
 * enough to look after each.
 */
final class PacedInputStream extends FilterInputStream {

    /** 503, because 4xx would be the last word about what a stick sends. */
    static final ProblemType TOO_SLOW =
            new ProblemType("too-slow", "The request body comes too slowly", 503);

    private static final Duration HEAD_START = Duration.ofMinutes(1);

    /** A tenth of an old telephone line. */
    private static final int BYTES_PER_SECOND = 512;

    private final InstantSource clock;
    private final Runnable hangUp;
    private final Instant begun;
    private long received;

    /**
     * @param hangUp ends the connection after the answer, so that nobody listens to the rest
     */
    PacedInputStream(InputStream body, InstantSource clock, Runnable hangUp) {
        super(body);
        this.clock = clock;
        this.hangUp = hangUp;
        this.begun = clock.instant();
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

    private void requirePace() {
        Duration allowed = HEAD_START.plusSeconds(received / BYTES_PER_SECOND);
        if (Duration.between(begun, clock.instant()).compareTo(allowed) > 0) {
            hangUp.run();
            throw TOO_SLOW.because(
                            "%,d bytes came in longer than %d s; send it again over a better line"
                                    .formatted(received, allowed.toSeconds()))
                    .header("Retry-After", "60");
        }
    }
}
