package org.metalayer.agent.install;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.metalayer.agent.content.Installed;
import org.metalayer.agent.content.InstalledComponents;
import org.metalayer.agent.content.Previous;
import org.metalayer.agent.files.DurableFiles;
import org.metalayer.agent.stick.StickDirectory;
import org.metalayer.agent.system.BootedSystem;
import org.metalayer.agent.system.SystemDoor;
import org.metalayer.protocol.ComponentName;

/**
 * Which releases of the system and of its agent run: a slot can be damaged long after its release
 * was found good, and the stick is back at the one before.
 */
public final class RunningReleases {

    private final InstalledComponents installed;
    private final SystemDescriptors descriptors;
    private final Map<ComponentName, SystemDoor> doors;

    /**
     * @param doors of the components that are not content
     */
    public RunningReleases(
            StickDirectory stick,
            DurableFiles files,
            InstalledComponents installed,
            Map<ComponentName, SystemDoor> doors) {
        this.installed = installed;
        this.descriptors = new SystemDescriptors(stick, files);
        this.doors = Map.copyOf(doors);
    }

    /** At most one of each component; on another computer, what was installed last. */
    public List<Installed> list() throws IOException {
        List<Installed> running = new ArrayList<>();
        for (Map.Entry<ComponentName, SystemDoor> each : doors.entrySet()) {
            Optional<Installed> last = installed.of(each.getKey());
            Optional<BootedSystem> booted = each.getValue().booted();
            (booted.isEmpty() ? last : newest(last, booted.get())).ifPresent(running::add);
        }
        return running;
    }

    /** The newest of a line that is what runs. */
    private Optional<Installed> newest(Optional<Installed> last, BootedSystem booted)
            throws IOException {
        Optional<Installed> next = last;
        while (next.isPresent()
                && descriptors.find(next.get().releaseId()).filter(booted::is).isEmpty()) {
            next = next.get().previous().flatMap(Previous::installed);
        }
        return next;
    }
}
