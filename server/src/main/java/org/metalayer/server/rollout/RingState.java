package org.metalayer.server.rollout;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** The lifecycle of a ring. */
public enum RingState {
    WAITING,
    /** Its sticks may install, and its gate judges it. */
    OPEN,
    /** Its gate let the next ring open; its sticks may still install. */
    PASSED,
    /** The rollout was halted here. */
    HALTED;

    public boolean mayBecome(RingState next) {
        return followers().contains(next);
    }

    /** Whether the ring's sticks may install. */
    public boolean isReached() {
        return this == OPEN || this == PASSED;
    }

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static RingState parse(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }

    private Set<RingState> followers() {
        return switch (this) {
            case WAITING -> EnumSet.of(OPEN);
            case OPEN -> EnumSet.of(PASSED, HALTED);
            // A complete rollout is watched for a while: its last ring can still halt.
            case PASSED -> EnumSet.of(HALTED);
            case HALTED -> EnumSet.noneOf(RingState.class);
        };
    }
}
