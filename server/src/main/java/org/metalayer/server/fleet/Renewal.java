package org.metalayer.server.fleet;

import java.util.Optional;
import java.util.Set;
import org.metalayer.server.platform.ProblemException;

/** What a stick gets that asks for a session. */
sealed interface Renewal {

    /** For the owner: {@code cloned} or {@code other-hardware}. */
    String CLONED = "cloned";

    String OTHER_HARDWARE = "other-hardware";

    /**
     * A session.
     *
     * @param position where the stick stands from now on; empty where nothing moves on
     * @param notices what its owner should know
     */
    record Granted(Stick stick, Optional<StickSessions.Position> position, Set<String> notices)
            implements Renewal {}

    /** None, and why. */
    record Denied(ProblemException why) implements Renewal {}
}
