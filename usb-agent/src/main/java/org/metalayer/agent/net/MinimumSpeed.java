package org.metalayer.agent.net;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Ends a transfer that has all but stopped: a server that sends one byte a minute would otherwise
 * hold the agent for ever.
 */
final class MinimumSpeed extends FilterInputStream {

    /** In bytes per {@link #WINDOW}: a tenth of an old telephone line. */
    private static final long MINIMUM = 16 << 10;

    private static final Duration WINDOW = Duration.ofSeconds(30);

    private static final ScheduledExecutorService WATCH =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("minimum-speed").factory());

    private final AtomicLong received = new AtomicLong();
    private final ScheduledFuture<?> watch;
    private long seen;
    private volatile boolean tooSlow;

    private MinimumSpeed(InputStream in, Duration window) {
        super(in);
        long nanos = window.toNanos();
        this.watch = WATCH.scheduleWithFixedDelay(this::look, nanos, nanos, TimeUnit.NANOSECONDS);
    }

    static InputStream watch(InputStream in) {
        return watch(in, WINDOW);
    }

    static InputStream watch(InputStream in, Duration window) {
        return new MinimumSpeed(in, window);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        try {
            int count = super.read(buffer, offset, length);
            received.addAndGet(Math.max(count, 0));
            return count;
        } catch (IOException e) {
            throw tooSlow ? new IOException("the line is too slow: the transfer was ended", e) : e;
        }
    }

    @Override
    public void close() throws IOException {
        watch.cancel(false);
        super.close();
    }

    private void look() {
        long now = received.get();
        if (now - seen < MINIMUM) {
            tooSlow = true;
            try {
                in.close();
            } catch (IOException _) {
                // The reader learns of it by its own exception.
            }
        }
        seen = now;
    }
}
