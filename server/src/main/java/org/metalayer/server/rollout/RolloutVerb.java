package org.metalayer.server.rollout;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.metalayer.server.platform.IllegalTransitionException;

/** What an operator can do to a rollout. */
public enum RolloutVerb {
    PAUSE(RolloutState.PAUSED),
    RESUME(RolloutState.RUNNING),
    HALT(RolloutState.HALTED),
    /** Opens the next ring whatever its gate says. */
    ADVANCE(RolloutState.RUNNING);

    private final RolloutState towards;

    RolloutVerb(RolloutState towards) {
        this.towards = towards;
    }

    /** The verbs that are possible in {@code state}. */
    public static List<RolloutVerb> allowedIn(RolloutState state) {
        return Arrays.stream(values()).filter(verb -> verb.isAllowedIn(state)).toList();
    }

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static RolloutVerb parse(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }

    void refuseIn(Rollout rollout) {
        if (!isAllowedIn(rollout.state())) {
            throw new IllegalTransitionException(
                    "the rollout of %s %d".formatted(rollout.component(), rollout.releaseVersion()),
                    rollout.state(),
                    towards);
        }
    }

    private boolean isAllowedIn(RolloutState state) {
        return switch (this) {
            case PAUSE, HALT -> state.mayBecome(towards);
            case RESUME -> state == RolloutState.PAUSED;
            case ADVANCE -> state == RolloutState.RUNNING;
        };
    }
}
