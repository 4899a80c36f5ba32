package org.metalayer.agent.content;

import java.io.IOException;
import java.util.Optional;
import java.util.SortedMap;
import org.metalayer.agent.files.DurableFiles;
import org.metalayer.agent.stick.ComponentStates;
import org.metalayer.agent.stick.StickDirectory;
import org.metalayer.protocol.ComponentName;

/** Which release each component runs. */
public final class InstalledComponents {

    private final ComponentStates<Installed> states;

    public InstalledComponents(StickDirectory stick, DurableFiles files) {
        this.states =
                new ComponentStates<>(files, stick.installed(), Installed::read, Installed::write);
    }

    public Optional<Installed> of(ComponentName component) throws IOException {
        return states.of(component);
    }

    public SortedMap<ComponentName, Installed> all() throws IOException {
        return states.all();
    }

    /** Records a release, or that there is none: then the files are the owner's own. */
    public void set(ComponentName component, Optional<Installed> installed) throws IOException {
        if (installed.isPresent()) {
            states.put(component, installed.get());
        } else {
            states.remove(component);
        }
    }
}
