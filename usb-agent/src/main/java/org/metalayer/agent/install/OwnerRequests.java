package org.metalayer.agent.install;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.metalayer.agent.files.DurableFiles;
import org.metalayer.agent.stick.ComponentStates;
import org.metalayer.agent.stick.StickDirectory;
import org.metalayer.protocol.ComponentName;

/**
 * What the owner asked for, kept until it is done: the command line writes it, the agent that runs
 * does it and removes it.
 */
public final class OwnerRequests {

    private final StickDirectory stick;
    private final ComponentStates<OwnerRequest> states;

    public OwnerRequests(StickDirectory stick, DurableFiles files) {
        this.stick = stick;
        this.states =
                new ComponentStates<>(
                        files, stick.requests(), OwnerRequest::read, OwnerRequest::write);
    }

    public Optional<OwnerRequest> of(ComponentName component) throws IOException {
        return states.of(component);
    }

    Optional<OwnerRequest.Install> installOf(ComponentName component) throws IOException {
        return of(component)
                .filter(OwnerRequest.Install.class::isInstance)
                .map(OwnerRequest.Install.class::cast);
    }

    public Collection<OwnerRequest> all() throws IOException {
        return states.all().values();
    }

    /**
     * Sets aside what cannot be read, so that it keeps nothing else from being done.
     *
     * @return where it lies now
     */
    List<Path> setDamagedAside() throws IOException {
        return states.setDamagedAside(stick.damagedRequests());
    }

    /** Asks; the last word counts. */
    public void put(OwnerRequest request) throws IOException {
        states.put(request.component(), request);
    }

    /** Forgets a request that is done; a later one for the same component stays. */
    void remove(ComponentName component, UUID id) throws IOException {
        if (of(component).filter(request -> request.id().equals(id)).isPresent()) {
            states.remove(component);
        }
    }

    void remove(OwnerRequest request) throws IOException {
        remove(request.component(), request.id());
    }
}
