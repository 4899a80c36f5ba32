package org.metalayer.agent.install;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.metalayer.agent.files.DiskSpace;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.health.ComponentDescriptor;
import org.metalayer.protocol.health.ComponentFiles;
import org.metalayer.protocol.health.HealthCheck;

/** Runs a component's own health checks on the stick (docs/protocol.md §9). */
final class HealthCheckup {

    /**
     * What is wrong; empty when the component is healthy. A check that cannot be made is a fault.
     */
    List<String> faults(Path directory) {
        ComponentFiles files = new DirectoryFiles(directory);
        List<String> faults = new ArrayList<>();
        try {
            ComponentDescriptor descriptor = ComponentDescriptor.of(files);
            faults.addAll(descriptor.faults(files));
            for (HealthCheck check : descriptor.health()) {
                if (check instanceof HealthCheck.FreeSpace room) {
                    faults.addAll(room.faults(DiskSpace.free(directory)));
                }
            }
        } catch (MalformedDocumentException e) {
            faults.add(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            faults.add("cannot be checked: " + e.getMessage());
        }
        return faults;
    }
}
