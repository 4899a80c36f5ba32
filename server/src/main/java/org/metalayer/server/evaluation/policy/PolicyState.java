package org.metalayer.server.evaluation.policy;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** The lifecycle of a version of the policy: the only place that says what may follow what. */
public enum PolicyState {
    /** Can be edited; decides nothing. */
    DRAFT,
    /** Fixed, and waits for approval and activation. */
    PROPOSED,
    /** Decides. There is exactly one. */
    ACTIVE,
    /** Decided once; never again, but its decisions name it. */
    SUPERSEDED,
    /** A draft that never decided and never will; its number is not given again. */
    DISCARDED;

    public boolean mayBecome(PolicyState next) {
        return followers().contains(next);
    }

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    private Set<PolicyState> followers() {
        return switch (this) {
            case DRAFT -> EnumSet.of(PROPOSED, DISCARDED);
            case PROPOSED -> EnumSet.of(DRAFT, ACTIVE);
            case ACTIVE -> EnumSet.of(SUPERSEDED);
            case SUPERSEDED, DISCARDED -> EnumSet.noneOf(PolicyState.class);
        };
    }
}
