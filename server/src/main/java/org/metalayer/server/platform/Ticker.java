package org.metalayer.server.platform;

/** How time goes by, for durations: no correction of the machine's clock moves it. */
@FunctionalInterface
public interface Ticker {

    /** Nanoseconds since some moment. */
    long nanos();
}
