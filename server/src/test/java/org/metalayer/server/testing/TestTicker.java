package org.metalayer.server.testing;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.metalayer.server.platform.Ticker;

/** Lets time go by at once. It never comes back: only how much of it went by matters to anybody. */
@Alternative
@Priority(1)
@Singleton
public class TestTicker implements Ticker {

    private final AtomicLong skipped = new AtomicLong();

    /** So much time is over. */
    public void skip(Duration time) {
        skipped.addAndGet(time.toNanos());
    }

    @Override
    public long nanos() {
        return System.nanoTime() + skipped.get();
    }
}
