package org.metalayer.image.bundle;

import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;

/**
 * What the firmware starts: a kernel with everything it needs, in one file of the EFI partition.
 *
 * @param name in the folder {@code EFI/Linux}, without the counter of attempts
 */
public record BootFile(String name, Sha256 sha256) {

    /** Where they lie on the EFI partition. */
    public static final String FOLDER = "EFI/Linux";

    /** {@code name} as it is before and after any number of attempts to boot it. */
    public static String withoutCounter(String name) {
        return name.replaceFirst("\\+[0-9]+(-[0-9]+)?(?=\\.efi$)", "");
    }

    static BootFile read(JsonObject json) {
        return new BootFile(json.string("name"), new Sha256(json.string("sha256")));
    }

    JsonObject write() {
        return new JsonBuilder().put("name", name).put("sha256", sha256.hex()).build();
    }
}
