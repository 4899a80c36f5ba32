package org.metalayer.agent.daemon;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Where the loop sleeps, and what can wake it. */
final class Wakeups {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean nudged;
    private boolean contentChanged;
    private boolean stopping;

    /** Why the loop is awake. */
    record Reason(boolean nudged, boolean contentChanged, boolean stopping, boolean timeIsUp) {}

    void nudge() {
        signal(() -> nudged = true);
    }

    void contentChanged() {
        signal(() -> contentChanged = true);
    }

    void stop() {
        signal(() -> stopping = true);
    }

    /** Sleeps until something happens or the time is up; what is told is told once. */
    Reason await(Duration pause) throws InterruptedException {
        long rest = pause.toNanos();
        lock.lockInterruptibly();
        try {
            while (!nudged && !contentChanged && !stopping && rest > 0) {
                rest = changed.awaitNanos(rest);
            }
            Reason reason = new Reason(nudged, contentChanged, stopping, rest <= 0);
            nudged = false;
            contentChanged = false;
            return reason;
        } finally {
            lock.unlock();
        }
    }

    boolean isStopping() {
        lock.lock();
        try {
            return stopping;
        } finally {
            lock.unlock();
        }
    }

    private void signal(Runnable note) {
        lock.lock();
        try {
            note.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
