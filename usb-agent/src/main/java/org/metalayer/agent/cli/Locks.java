package org.metalayer.agent.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.metalayer.agent.stick.StickDirectory;
import org.metalayer.agent.stick.StickLock;

/** The lock of a stick as verbs need it. */
final class Locks {

    /** A verb that only looks whether an agent runs holds the lock for a moment. */
    private static final int ATTEMPTS = 10;

    private static final Duration PAUSE = Duration.ofMillis(100);

    private Locks() {}

    /** The lock, for an agent that is to run. */
    static StickLock acquire(StickDirectory stick) throws IOException, InterruptedException {
        for (int n = 1; n < ATTEMPTS; n++) {
            Optional<StickLock> lock = StickLock.tryAcquire(stick);
            if (lock.isPresent()) {
                return lock.get();
            }
            Thread.sleep(PAUSE);
        }
        throw new FailureException(
                "an agent already runs for %s: stop it first".formatted(stick.root()));
    }

    static boolean isAgentRunning(StickDirectory stick) throws IOException {
        Optional<StickLock> lock = StickLock.tryAcquire(stick);
        if (lock.isPresent()) {
            lock.get().close();
        }
        return lock.isEmpty();
    }
}
