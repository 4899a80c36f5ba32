package org.metalayer.server.evaluation.stage;

import java.io.IOException;
import java.util.List;
import org.metalayer.protocol.ComponentName;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.health.ComponentDescriptor;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.system.SystemDescriptor;
import org.metalayer.protocol.system.SystemFiles;

/**
 * What would keep every stick from installing a proposed operating system, or agent of one
 * (protocol §11).
 */
final class SystemFaults {

    private SystemFaults() {}

    /** Nothing where the component is another one. */
    static List<String> of(Dossier dossier, ComponentDescriptor descriptor) throws IOException {
        ComponentName component = dossier.report().component();
        if (!SystemFiles.isOf(component)) {
            return List.of();
        }
        try {
            SystemFiles.of(component, dossier.report().files());
            try (var json = dossier.files().open(ComponentDescriptor.PATH)) {
                SystemDescriptor.of(
                        component,
                        Json.parseObject(json.readNBytes(ComponentDescriptor.MAX_LENGTH)));
            }
        } catch (MalformedDocumentException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
        return descriptor.hardwareClasses().isEmpty()
                ? List.of("component.json has to say in hardware_classes which sticks it is for")
                : List.of();
    }
}
