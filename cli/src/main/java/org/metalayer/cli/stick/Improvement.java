package org.metalayer.cli.stick;

import java.util.List;
import org.metalayer.protocol.ComponentName;
import org.metalayer.protocol.ModuleId;
import org.metalayer.protocol.UpgradeType;

/**
 * What a person proposes.
 *
 * @param files as given, relative to the component or to the working directory; empty for every
 *     change
 * @param claims such as {@code startup_ms=3x}
 */
record Improvement(
        ModuleId moduleId,
        ComponentName component,
        UpgradeType type,
        String description,
        List<String> files,
        List<String> features,
        List<String> claims) {

    Improvement {
        files = List.copyOf(files);
        features = List.copyOf(features);
        claims = List.copyOf(claims);
    }
}
