package org.metalayer.agent.net;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
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

    /** In bytes per {@link #WINDOW_SECONDS}: a tenth of an old telephone line. */
    private static final long MINIMUM = 16 << 10;

    private static final int WINDOW_SECONDS = 30;

    private static final ScheduledExecutorService WATCH =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("minimum-speed").factory());

    private final AtomicLong received = new AtomicLong();
    private final ScheduledFuture<?> watch;
    private long seen;
    private volatile boolean tooSlow;

    @SuppressWarnings("this-escape") // the first look is half a minute away
    private MinimumSpeed(InputStream in) {
        super(in);
        this.watch =
                WATCH.scheduleWithFixedDelay(
                        this::look, WINDOW_SECONDS, WINDOW_SECONDS, TimeUnit.SECONDS);
    }

    static InputStream watch(InputStream in) {
        return new MinimumSpeed(in);
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
                close();
            } catch (IOException e) {
                // The reader learns of it by its own exception.
                watch.cancel(false);
            }
        }
        seen = now;
    }
}
