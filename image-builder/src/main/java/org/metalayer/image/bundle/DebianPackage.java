package org.metalayer.image.bundle;

import java.util.Comparator;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;

/** A package of the distribution that an image contains. */
public record DebianPackage(String name, String version, String architecture) {

    /** By name, so that two builds of the same list them alike. */
    static final Comparator<DebianPackage> ORDER =
            Comparator.comparing(DebianPackage::name).thenComparing(DebianPackage::architecture);

    static DebianPackage read(JsonObject json) {
        return new DebianPackage(
                json.string("name"), json.string("version"), json.string("architecture"));
    }

    JsonObject write() {
        return new JsonBuilder()
                .put("name", name)
                .put("version", version)
                .put("architecture", architecture)
                .build();
    }
}
