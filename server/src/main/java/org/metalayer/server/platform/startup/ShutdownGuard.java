package org.metalayer.server.platform.startup;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Keeps the process alive after a signal until {@link #close}: without it the JVM would halt as
 * soon as Quarkus has stopped, and leave the database running.
 */
final class ShutdownGuard implements AutoCloseable {

    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final CountDownLatch done = new CountDownLatch(1);

    private ShutdownGuard() {}

    static ShutdownGuard install() {
        ShutdownGuard guard = new ShutdownGuard();
        Runtime.getRuntime().addShutdownHook(new Thread(guard::await, "shutdown-guard"));
        return guard;
    }

    private void await() {
        try {
            if (!done.await(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
                System.err.println("metalayer: not everything stopped within " + LONGEST);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        done.countDown();
    }
}
