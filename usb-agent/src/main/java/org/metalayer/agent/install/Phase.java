package org.metalayer.agent.install;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Where an installation is. The one table of what may follow what. */
public enum Phase {
    /** Fetching and laying out beside what runs; may be given up without a trace. */
    DOWNLOADING,
    /** The whole new tree is on the stick and was read back. */
    STAGED,
    /** The one rename is about to happen, or has just happened. */
    ACTIVATING,
    /** The release runs and has yet to prove its health. */
    ACTIVATED,
    /** What to go back to is being prepared. */
    RETURNING,
    /** The rename back is about to happen, or has just happened. */
    SWITCHING_BACK,
    COMMITTED,
    FAILED,
    ROLLED_BACK,
    /** The owner has to choose first. */
    CONFLICT;

    private static final Map<Phase, Set<Phase>> NEXT =
            Map.of(
                    DOWNLOADING, EnumSet.of(STAGED, ACTIVATED, FAILED, CONFLICT),
                    STAGED, EnumSet.of(ACTIVATING, DOWNLOADING, FAILED),
                    ACTIVATING, EnumSet.of(ACTIVATED, STAGED, DOWNLOADING, FAILED),
                    ACTIVATED, EnumSet.of(COMMITTED, RETURNING),
                    RETURNING, EnumSet.of(SWITCHING_BACK, FAILED, ROLLED_BACK),
                    SWITCHING_BACK, EnumSet.of(RETURNING, FAILED, ROLLED_BACK),
                    COMMITTED, Set.of(),
                    FAILED, Set.of(),
                    ROLLED_BACK, Set.of(),
                    CONFLICT, Set.of());

    /** Whether {@code next} may follow. */
    public boolean mayBecome(Phase next) {
        return follow().contains(next);
    }

    /** Whether nothing follows. */
    public boolean isFinal() {
        return follow().isEmpty();
    }

    /** Whether the component still runs what it ran before, so that all may be dropped. */
    public boolean mayBeGivenUp() {
        return this == DOWNLOADING || this == STAGED;
    }

    /** Whether a tree may have changed places without the record of it. */
    boolean isSwitching() {
        return this == ACTIVATING || this == ACTIVATED || this == SWITCHING_BACK;
    }

    /** In lower case, for people and JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    private Set<Phase> follow() {
        return NEXT.getOrDefault(this, Set.of());
    }
}
