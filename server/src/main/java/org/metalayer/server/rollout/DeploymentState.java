package org.metalayer.server.rollout;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** The lifecycle of a deployment: one stick in one rollout. */
public enum DeploymentState {
    /** No outcome yet. */
    PENDING,
    /** Runs the release and stayed healthy. */
    VERIFIED,
    /**
     * Harm was done; a later success does not wipe it out, or a flapping release would look sound.
     */
    FAILED,
    /** The owner refused or went back, and may still change their mind; no harm is known of. */
    DECLINED,
    /** Waits for the owner to choose between two changes of one file. */
    CONFLICT,
    /** The release is withdrawn and the stick has not said yet that it left it. */
    ROLLING_BACK,
    /** Left the release. */
    ROLLED_BACK,
    /** Went on to a higher version. */
    SUPERSEDED;

    public boolean mayBecome(DeploymentState next) {
        return followers().contains(next);
    }

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static DeploymentState parse(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }

    private Set<DeploymentState> followers() {
        return switch (this) {
            case PENDING ->
                    EnumSet.of(
                            VERIFIED,
                            FAILED,
                            DECLINED,
                            CONFLICT,
                            ROLLING_BACK,
                            ROLLED_BACK,
                            SUPERSEDED);
            case VERIFIED -> EnumSet.of(FAILED, DECLINED, ROLLING_BACK, ROLLED_BACK, SUPERSEDED);
            case DECLINED ->
                    EnumSet.of(VERIFIED, FAILED, CONFLICT, ROLLING_BACK, ROLLED_BACK, SUPERSEDED);
            case CONFLICT ->
                    EnumSet.of(VERIFIED, FAILED, DECLINED, ROLLING_BACK, ROLLED_BACK, SUPERSEDED);
            case FAILED -> EnumSet.of(ROLLED_BACK);
            case ROLLING_BACK -> EnumSet.of(ROLLED_BACK, FAILED);
            // Only when the higher version is withdrawn.
            case SUPERSEDED -> EnumSet.of(VERIFIED, PENDING);
            case ROLLED_BACK -> EnumSet.noneOf(DeploymentState.class);
        };
    }
}
