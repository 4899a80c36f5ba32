package org.metalayer.agent.net;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** The Main System cannot be reached or is not ready now: the same will be tried again later. */
public final class OfflineException extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient Optional<Problem> problem;
    private final transient Optional<Duration> retryAfter;

    public OfflineException(String message, Throwable cause) {
        super(message, cause);
        this.problem = Optional.empty();
        this.retryAfter = Optional.empty();
    }

    public OfflineException(String message, Optional<Duration> retryAfter) {
        this(message, Optional.empty(), retryAfter);
    }

    OfflineException(String message, Optional<Problem> problem, Optional<Duration> retryAfter) {
        super(message);
        this.problem = problem;
        this.retryAfter = retryAfter;
    }

    /** Why the Main System was not ready, in its own word; empty where it did not say. */
    public Optional<String> slug() {
        return problem.map(Problem::slug);
    }

    /** How long the Main System asked to be left alone. */
    public Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
