package org.metalayer.protocol.trust;

import java.util.List;
import java.util.UUID;
import org.metalayer.protocol.ComponentName;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.Texts;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;

/**
 * What a role's metadata says of a release beside length and digest: the {@code custom} member of
 * its target.
 *
 * @param hardwareClasses that it runs on; empty for any
 */
public record ReleaseTarget(
        UUID releaseId, ComponentName component, long version, List<String> hardwareClasses) {

    private static final int MAX_CLASSES = 50;

    public ReleaseTarget {
        hardwareClasses = List.copyOf(hardwareClasses);
        if (version < 1) {
            throw new MalformedDocumentException("version must be at least 1, was " + version);
        }
        checkClasses(hardwareClasses);
    }

    /** Refuses more than a release may have, and what is no line of text. */
    public static void checkClasses(List<String> classes) {
        if (classes.size() > MAX_CLASSES) {
            throw new MalformedDocumentException("a release has at most 50 hardware classes");
        }
        classes.forEach(each -> Texts.line("hardware class", each, 1, 64));
    }

    public static ReleaseTarget read(JsonObject custom) {
        return new ReleaseTarget(
                custom.uuid("release_id"),
                new ComponentName(custom.string("component")),
                custom.integer("version"),
                custom.strings("hardware_classes", each -> each));
    }

    public JsonObject write() {
        return new JsonBuilder()
                .put("release_id", releaseId)
                .put("component", component.value())
                .put("version", version)
                .strings("hardware_classes", hardwareClasses, each -> each)
                .build();
    }
}
