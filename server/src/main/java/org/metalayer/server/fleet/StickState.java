package org.metalayer.server.fleet;

import java.util.Locale;
import java.util.Set;

/** Where a stick is in its life. */
public enum StickState {
    PENDING,
    ACCEPTED,
    REJECTED,
    RETIRED,
    QUARANTINED;

    /** The whole life of a stick: what is not here cannot happen. */
    public boolean mayBecome(StickState next) {
        return switch (this) {
            case PENDING -> Set.of(ACCEPTED, REJECTED).contains(next);
            case ACCEPTED -> Set.of(RETIRED, QUARANTINED).contains(next);
            case REJECTED -> next == ACCEPTED;
            case QUARANTINED -> Set.of(ACCEPTED, RETIRED).contains(next);
            case RETIRED -> false;
        };
    }

    /** Whether it has sessions and gets upgrades; what it may give is another question. */
    public boolean takesPart() {
        return this == ACCEPTED || this == QUARANTINED;
    }

    /** As it is sent. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
