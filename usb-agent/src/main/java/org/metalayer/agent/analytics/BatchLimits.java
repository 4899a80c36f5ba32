package org.metalayer.agent.analytics;

/**
 * How large a batch may be. One entry alone goes however large it is: otherwise all behind it would
 * wait forever.
 *
 * @param bytes at most
 */
public record BatchLimits(int entries, long bytes) {

    /**
     * @throws IllegalArgumentException when not even one entry would fit
     */
    public BatchLimits {
        if (entries < 1 || bytes < 1) {
            throw new IllegalArgumentException("a batch has room for one entry at least");
        }
    }
}
