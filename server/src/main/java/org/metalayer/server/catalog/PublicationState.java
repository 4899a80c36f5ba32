package org.metalayer.server.catalog;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** How far a release is from the sticks: the only place that says what may follow what. */
public enum PublicationState {
    /** Its role's metadata lists it only when a person has signed. */
    AWAITING_SIGNATURE,
    /** Sticks may install it, if a rollout says so. */
    PUBLISHED,
    /** Taken back for good. */
    WITHDRAWN;

    public boolean mayBecome(PublicationState next) {
        return followers().contains(next);
    }

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static PublicationState parse(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }

    private Set<PublicationState> followers() {
        return switch (this) {
            case AWAITING_SIGNATURE -> EnumSet.of(PUBLISHED, WITHDRAWN);
            case PUBLISHED -> EnumSet.of(WITHDRAWN);
            case WITHDRAWN -> EnumSet.noneOf(PublicationState.class);
        };
    }
}
