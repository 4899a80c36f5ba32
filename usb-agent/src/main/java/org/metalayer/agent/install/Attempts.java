package org.metalayer.agent.install;

import java.io.IOException;
import java.util.Collection;
import java.util.Optional;
import org.metalayer.agent.files.DurableFiles;
import org.metalayer.agent.stick.ComponentStates;
import org.metalayer.agent.stick.StickDirectory;
import org.metalayer.protocol.ComponentName;

/** What came of the last offer of each component. */
public final class Attempts {

    private final ComponentStates<Attempt> states;

    public Attempts(StickDirectory stick, DurableFiles files) {
        this.states = new ComponentStates<>(files, stick.attempts(), Attempt::read, Attempt::write);
    }

    public Optional<Attempt> of(ComponentName component) throws IOException {
        return states.of(component);
    }

    public Collection<Attempt> all() throws IOException {
        return states.all().values();
    }

    void put(Attempt attempt) throws IOException {
        states.put(attempt.release().component(), attempt);
    }
}
