package org.metalayer.benchmarks;

/** What can be measured on its own, for whoever works on it. */
enum Part {
    /** Polls, check-ins, pages and starts of rollouts, with a small fleet and with a large one. */
    LOAD,
    /** Reports with many small files. */
    REPORTS,
    /** The agent's installations. */
    INSTALLATIONS,
    /** The agent without a JVM beside the same with one. */
    AGENT,
    /** The server without a JVM beside the same with one, and with what one has learned. */
    SERVER
}
