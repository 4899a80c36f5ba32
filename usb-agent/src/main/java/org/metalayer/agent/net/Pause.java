package org.metalayer.agent.net;

import java.time.Duration;

/** Waits before something is tried again. */
@FunctionalInterface
public interface Pause {

    void of(Duration duration) throws InterruptedException;

    /** Really waits. */
    static Pause sleeping() {
        return duration -> Thread.sleep(duration);
    }
}
