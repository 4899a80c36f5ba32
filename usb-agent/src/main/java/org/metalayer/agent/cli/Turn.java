package org.metalayer.agent.cli;

import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import org.metalayer.agent.daemon.AgentLoop;
import org.metalayer.agent.daemon.LocalParts;
import org.metalayer.agent.stick.AgentLog;
import org.metalayer.agent.stick.Nudge;
import org.metalayer.agent.stick.StickDirectory;
import org.metalayer.agent.stick.StickLock;

/** Gets something done now: by the agent that runs, or by this process where none does. */
final class Turn {

    private final LocalParts local;

    Turn(LocalParts local) {
        this.local = local;
    }

    /**
     * Does a round, or wakes the agent.
     *
     * @return whether the round was done here
     */
    boolean take() throws IOException {
        StickDirectory stick = local.stick();
        try (StickLock lock = StickLock.tryAcquire(stick).orElse(null)) {
            if (lock == null) {
                Nudge.send(stick);
                return false;
            }
            AgentLog log = new AgentLog(stick.log(), InstantSource.system(), Optional.empty());
            AgentLoop.of(local, log).once(lock);
            return true;
        }
    }
}
