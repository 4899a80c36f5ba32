package org.metalayer.server.rollout.plan;

import java.util.Locale;

/** How the sticks of a ring are chosen. */
public enum Selection {
    /** The given percentage of all sticks, in the order of their draws. */
    SHARE,
    /**
     * As far in the order of draws as holds the given percentage of the sticks seen lately: a wave
     * that is to answer in minutes cannot wait for sticks in a drawer.
     */
    SHARE_OF_SEEN,
    /** Test sticks by name: those an operator marked, then drawn ones. */
    TEST_STICKS;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Selection parse(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
