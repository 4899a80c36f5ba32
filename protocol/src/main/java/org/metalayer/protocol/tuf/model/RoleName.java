package org.metalayer.protocol.tuf.model;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.Texts;

/**
 * The name of a role. Delegated names are foreign text: only their {@link #encoded()} form may be
 * part of a URL or of a file's name.
 */
public record RoleName(String value) {
    public static final RoleName ROOT = new RoleName("root");
    public static final RoleName TIMESTAMP = new RoleName("timestamp");
    public static final RoleName SNAPSHOT = new RoleName("snapshot");
    public static final RoleName TARGETS = new RoleName("targets");

    /** The roles that root has to define. */
    public static final List<RoleName> TOP_LEVEL = List.of(ROOT, TIMESTAMP, SNAPSHOT, TARGETS);

    /** Room for a version before it and an ending after it in a file's name of 255 bytes. */
    private static final int MAX_ENCODED = 200;

    public RoleName {
        if (value.isEmpty() || encode(value).length() > MAX_ENCODED) {
            throw new MalformedDocumentException(
                    "a role's name has 1 to %d bytes in URL encoding, not \"%s\""
                            .formatted(MAX_ENCODED, Texts.shown(value)));
        }
    }

    /**
     * A name that a delegation may use.
     *
     * @throws MalformedDocumentException for a top-level role's name in any case, as file systems
     *     may ignore case
     */
    public static RoleName delegated(String value) {
        RoleName name = new RoleName(value);
        if (TOP_LEVEL.stream().anyMatch(top -> top.value.equalsIgnoreCase(value))) {
            throw new MalformedDocumentException(
                    "\"%s\" is the name of a top-level role".formatted(Texts.shown(value)));
        }
        return name;
    }

    /**
     * Percent-encoded: no separator, no dot segment, nothing that a URL or a file system reads
     * otherwise.
     */
    public String encoded() {
        return encode(value);
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    /** As people may see it. */
    @Override
    public String toString() {
        return Texts.shown(value);
    }
}
