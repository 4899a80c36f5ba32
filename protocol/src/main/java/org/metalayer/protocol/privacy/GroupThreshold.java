package org.metalayer.protocol.privacy;

import org.metalayer.protocol.MalformedDocumentException;

/**
 * From how many sticks on something is said about a group.
 *
 * @param k distinct sticks
 */
public record GroupThreshold(long k) {

    /** No group is smaller, whatever is asked for. */
    public static final long LEAST = 5;

    /** Where nothing else is asked for. */
    public static final GroupThreshold DEFAULT = new GroupThreshold(10);

    /** Larger than any fleet. */
    private static final long MOST = 1_000_000_000;

    /**
     * @throws MalformedDocumentException when it is below {@link #LEAST}, or absurd
     */
    public GroupThreshold {
        if (k < LEAST || k > MOST) {
            throw new MalformedDocumentException(
                    "k must be from %s to %s sticks, was %s".formatted(LEAST, MOST, k));
        }
    }

    /**
     * Whether something may be said about a group of so many.
     *
     * @param distinctSticks each counted once, however much it recorded
     */
    public boolean isReached(long distinctSticks) {
        return distinctSticks >= k;
    }
}
