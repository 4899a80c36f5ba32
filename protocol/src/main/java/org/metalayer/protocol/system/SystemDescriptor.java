package org.metalayer.protocol.system;

import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;

/**
 * What the {@code component.json} of an operating system says of it, in its member {@code system}.
 *
 * @param version of the image, which sorts the entries of the boot loader
 * @param rootHash of dm-verity: every byte of the root is what this names
 */
public record SystemDescriptor(SystemVersion version, Sha256 rootHash) {

    public static final String MEMBER = "system";

    /**
     * Reads one.
     *
     * @param component the whole {@code component.json}
     * @throws org.metalayer.protocol.MalformedDocumentException when it is not there or not right
     */
    public static SystemDescriptor of(JsonObject component) {
        JsonObject json = component.object(MEMBER);
        return new SystemDescriptor(
                new SystemVersion(json.string("version")), new Sha256(json.string("root_hash")));
    }

    public JsonObject write() {
        return new JsonBuilder()
                .put("version", version.text())
                .put("root_hash", rootHash.hex())
                .build();
    }
}
