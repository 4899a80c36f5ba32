package org.metalayer.protocol.trust;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.Texts;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;

/**
 * What an entry of the deployment manifest says of its release's target. It must be what the
 * release's own role says: a stick installs only what both name.
 *
 * @param path target path of the release document
 * @param length of the release document, in bytes
 * @param hardwareClasses that it runs on; empty for any
 * @param floor the lowest version of the component that is still to be installed anywhere
 * @param notBefore the time before which no stick begins; absent while the start is not known
 */
public record NamedTarget(
        String path,
        long length,
        List<String> hardwareClasses,
        long floor,
        Optional<Instant> notBefore) {

    private static final int MAX_PATH = 240;

    public NamedTarget {
        hardwareClasses = List.copyOf(hardwareClasses);
        Texts.line("target_path", path, 1, MAX_PATH);
        if (length < 1 || floor < 1) {
            throw new MalformedDocumentException("length and floor must be at least 1");
        }
        ReleaseTarget.checkClasses(hardwareClasses);
    }

    /** Reads the members of an entry; one from before there were targets has none. */
    public static Optional<NamedTarget> read(JsonObject entry) {
        return entry.optionalString("target_path")
                .map(path ->
                        new NamedTarget(
                                path,
                                entry.integer("length"),
                                entry.strings("hardware_classes", each -> each),
                                entry.integer("floor"),
                                entry.optionalString("not_before")
                                        .map(any -> entry.instant("not_before"))));
    }

    /** Adds the members to an entry. */
    public void writeInto(JsonBuilder entry) {
        @Nullable String start = notBefore.map(Instant::toString).orElse(null);
        entry.put("target_path", path)
                .put("length", length)
                .strings("hardware_classes", hardwareClasses, each -> each)
                .put("floor", floor)
                .put("not_before", start);
    }
}
