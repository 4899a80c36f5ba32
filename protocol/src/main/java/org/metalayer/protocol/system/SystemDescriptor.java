package org.metalayer.protocol.system;

import org.metalayer.protocol.ComponentName;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;

/**
 * What the {@code component.json} of an operating system says of it, in its member {@code system};
 * of an agent, in {@code agent}.
 *
 * @param version of the image, which sorts the entries of the boot loader; or of the agent
 * @param digest the root hash of dm-verity, or the digest of the agent's program: every byte is
 *     what this names
 */
public record SystemDescriptor(SystemVersion version, Sha256 digest) {

    public static final String MEMBER = "system";
    private static final String AGENT = "agent";

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

    /** Reads that of a release of a component. */
    public static SystemDescriptor of(ComponentName component, JsonObject json) {
        return component.equals(SystemFiles.AGENT) ? ofAgent(json.object(AGENT)) : of(json);
    }

    private static SystemDescriptor ofAgent(JsonObject json) {
        return new SystemDescriptor(
                new SystemVersion(json.string("version")), new Sha256(json.string("sha256")));
    }

    /** Adds it to the {@code component.json} of an agent. */
    public JsonBuilder putAgent(JsonBuilder component) {
        return component.put(
                AGENT,
                new JsonBuilder()
                        .put("version", version.text())
                        .put("sha256", digest.hex())
                        .build());
    }

    public JsonObject write() {
        return new JsonBuilder()
                .put("version", version.text())
                .put("root_hash", digest.hex())
                .build();
    }
}
