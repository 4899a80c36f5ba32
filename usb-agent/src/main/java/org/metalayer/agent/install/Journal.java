package org.metalayer.agent.install;

import java.io.IOException;
import java.util.Collection;
import java.util.Optional;
import org.metalayer.agent.content.Installed;
import org.metalayer.agent.files.DurableFiles;
import org.metalayer.agent.stick.ComponentStates;
import org.metalayer.agent.stick.StickDirectory;
import org.metalayer.protocol.ComponentName;

/**
 * Installations under way, one per component. It is written before each step, so that whoever comes
 * after a power cut knows what may have happened.
 */
public final class Journal {

    private final ComponentStates<Installation> entries;
    private final ComponentStates<Plan> plans;

    public Journal(StickDirectory stick, DurableFiles files) {
        this.entries =
                new ComponentStates<>(
                        files, stick.journal(), Installation::read, Installation::write);
        this.plans = new ComponentStates<>(files, stick.plans(), Plan::read, Plan::write);
    }

    public Optional<Installation> of(ComponentName component) throws IOException {
        return entries.of(component);
    }

    /**
     * The release that may have taken the component's place already, although it is not recorded as
     * installed yet: for the moment in which the one rename is about to happen or has happened.
     */
    public Optional<Installed> arriving(ComponentName component) throws IOException {
        Optional<Installation> at = of(component).filter(it -> it.phase().isSwitching());
        return at.isPresent() ? plans.of(component).flatMap(Plan::next) : Optional.empty();
    }

    public Collection<Installation> all() throws IOException {
        return entries.all().values();
    }

    void put(Installation installation) throws IOException {
        entries.put(installation.component(), installation);
    }

    /** Writes the plan; the phase that needs it is entered afterwards. */
    void plan(ComponentName component, Plan plan) throws IOException {
        plans.put(component, plan);
    }

    /**
     * The plan of an installation that is past {@link Phase#DOWNLOADING}.
     *
     * @throws IOException when it is missing
     */
    Plan plan(ComponentName component) throws IOException {
        return plans.of(component)
                .orElseThrow(() ->
                        new IOException(
                                "the plan of the installation of %s is missing from the journal"
                                        .formatted(component)));
    }

    void remove(ComponentName component) throws IOException {
        entries.remove(component);
        plans.remove(component);
    }
}
