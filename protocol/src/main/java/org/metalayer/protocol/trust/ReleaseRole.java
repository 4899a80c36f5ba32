package org.metalayer.protocol.trust;

import java.util.Locale;
import java.util.UUID;
import org.metalayer.protocol.ComponentName;
import org.metalayer.protocol.FileManifest;
import org.metalayer.protocol.FileMode;
import org.metalayer.protocol.tuf.model.RoleName;

/**
 * The delegated role that signs for a release: what may run is said by another key the more harm it
 * could do. Everything but content is signed by a person, too.
 */
public enum ReleaseRole {
    OS,
    AGENT,
    CODE,
    /** Files that nothing executes, shown in a sandbox. */
    CONTENT;

    /** The role that has to sign a release of these files. */
    public static ReleaseRole of(ComponentName component, FileManifest files) {
        return switch (component.value()) {
            case "os" -> OS;
            case "agent" -> AGENT;
            default ->
                    files.entries().stream().anyMatch(file -> file.mode() == FileMode.EXECUTABLE)
                            ? CODE
                            : CONTENT;
        };
    }

    /** Whether no machine alone can sign. */
    public boolean needsPerson() {
        return this != CONTENT;
    }

    public RoleName roleName() {
        return RoleName.delegated(wire());
    }

    /** What its delegation covers: a component, and a release of it. */
    public String pathPattern() {
        return wire() + "/*/*";
    }

    /** The target path of a release document. */
    public String targetPath(ComponentName component, UUID releaseId) {
        return "%s/%s/%s.json".formatted(wire(), component.value(), releaseId);
    }

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static ReleaseRole parse(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
