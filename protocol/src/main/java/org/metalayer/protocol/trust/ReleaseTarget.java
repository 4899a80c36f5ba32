package org.metalayer.protocol.trust;

import java.util.UUID;
import org.metalayer.protocol.ComponentName;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;

/**
 * What a role's metadata says of a release beside length and digest: the {@code custom} member of
 * its target.
 *
 * @param hardwareClasses that it runs on
 */
public record ReleaseTarget(
        UUID releaseId, ComponentName component, long version, HardwareClasses hardwareClasses) {

    public ReleaseTarget {
        if (version < 1) {
            throw new MalformedDocumentException("version must be at least 1, was " + version);
        }
    }

    public static ReleaseTarget read(JsonObject custom) {
        return new ReleaseTarget(
                custom.uuid("release_id"),
                new ComponentName(custom.string("component")),
                custom.integer("version"),
                HardwareClasses.read(custom));
    }

    public JsonObject write() {
        return hardwareClasses
                .writeInto(
                        new JsonBuilder()
                                .put("release_id", releaseId)
                                .put("component", component.value())
                                .put("version", version))
                .build();
    }
}
