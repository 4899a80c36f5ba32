package org.metalayer.agent.net;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
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

    private static final ScheduledExecutorService WATCH = watcher();

    private final AtomicLong received = new AtomicLong();
    private final ScheduledFuture<?> watch;
    private final ScheduledFuture<?> last;
    private long seen;
    private volatile boolean tooSlow;

    private MinimumSpeed(InputStream in, Duration window, Duration longest) {
        super(in);
        long nanos = window.toNanos();
        this.watch = WATCH.scheduleWithFixedDelay(this::look, nanos, nanos, TimeUnit.NANOSECONDS);
        this.last = WATCH.schedule(this::end, longest.toNanos(), TimeUnit.NANOSECONDS);
    }

    private static ScheduledExecutorService watcher() {
        ScheduledThreadPoolExecutor watcher =
                new ScheduledThreadPoolExecutor(
                        1, Thread.ofPlatform().daemon().name("minimum-speed").factory());
        // Or every transfer would be kept until the latest moment at which it could have ended.
        watcher.setRemoveOnCancelPolicy(true);
        return watcher;
    }

    static InputStream watch(InputStream in) {
        return watch(in, WINDOW);
    }

    static InputStream watch(InputStream in, Duration window) {
        return new MinimumSpeed(in, window, Deadline.none().left());
    }

    /** The same for one that must end in time, however fast it is. */
    static InputStream watch(InputStream in, Deadline deadline) {
        return new MinimumSpeed(in, WINDOW, deadline.left());
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
        last.cancel(false);
        super.close();
    }

    private void look() {
        long now = received.get();
        if (now - seen < MINIMUM) {
            end();
        }
        seen = now;
    }

    private void end() {
        tooSlow = true;
        try {
            in.close();
        } catch (IOException _) {
            // The reader learns of it by its own exception.
        }
    }
}
