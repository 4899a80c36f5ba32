package org.metalayer.server.rollout;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** The lifecycle of a rollout: the only place that says what may follow what. */
public enum RolloutState {
    /** Its seed is committed to; nothing is delivered. */
    SCHEDULED,
    RUNNING,
    /** Begins nothing new until it is resumed. */
    PAUSED,
    /** Did harm, or was stopped; its release is withdrawn. */
    HALTED,
    /** Every ring passed; late sticks still get the release. */
    COMPLETED,
    /** A higher version took over. */
    SUPERSEDED;

    /**
     * As long as it is one of these, the deployment manifest tells sticks to install its release.
     */
    static final Set<RolloutState> LISTED = Set.of(SCHEDULED, RUNNING, PAUSED, COMPLETED);

    /** Whether a rollout in this state can go to {@code next}. */
    public boolean mayBecome(RolloutState next) {
        return followers().contains(next);
    }

    /** Whether nothing more is delivered, at least for now. */
    boolean isAtRest() {
        return switch (this) {
            case HALTED, COMPLETED, SUPERSEDED -> true;
            case SCHEDULED, RUNNING, PAUSED -> false;
        };
    }

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static RolloutState parse(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }

    private Set<RolloutState> followers() {
        return switch (this) {
            case SCHEDULED -> EnumSet.of(RUNNING, PAUSED, HALTED, SUPERSEDED);
            case RUNNING -> EnumSet.of(PAUSED, HALTED, COMPLETED, SUPERSEDED);
            case PAUSED -> EnumSet.of(SCHEDULED, RUNNING, HALTED, SUPERSEDED);
            case COMPLETED -> EnumSet.of(HALTED, SUPERSEDED);
            // The higher version was withdrawn: sticks return to this one.
            case SUPERSEDED -> EnumSet.of(COMPLETED);
            case HALTED -> EnumSet.noneOf(RolloutState.class);
        };
    }
}
