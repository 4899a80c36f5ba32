package org.metalayer.protocol.tuf.model;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.Texts;

/**
 * How files are called in a repository, relative to its metadata and targets URL and encoded for
 * them (§6.2).
 */
public final class RepositoryFiles {
    private RepositoryFiles() {}

    /** {@code <role>.json}: timestamp always, the others without consistent snapshots. */
    public static String plain(RoleName role) {
        return role.encoded() + ".json";
    }

    /** {@code <version>.<role>.json}: root always, the others with consistent snapshots. */
    public static String versioned(RoleName role, long version) {
        return version + "." + plain(role);
    }

    /** A target's place: its path, with consistent snapshots with a digest before the last name. */
    public static String target(String path, TargetFile file, boolean consistent) {
        String prefix = consistent ? digest(path, file) + "." : "";
        int name = path.lastIndexOf('/') + 1;
        return encodePath(path.substring(0, name) + prefix + path.substring(name));
    }

    private static String digest(String path, TargetFile file) {
        return file.hashes()
                .naming()
                .orElseThrow(() ->
                        new MalformedDocumentException(
                                "no digest of \"%s\" is of a known algorithm"
                                        .formatted(Texts.shown(path))));
    }

    // A dot segment would be resolved by clients and servers to a place outside.
    private static String encodePath(String path) {
        String[] segments = path.split("/", -1);
        if (Arrays.stream(segments).anyMatch(s -> s.isEmpty() || s.equals(".") || s.equals(".."))) {
            throw new MalformedDocumentException(
                    "\"%s\" cannot be the path of a file".formatted(Texts.shown(path)));
        }
        return Arrays.stream(segments)
                .map(s -> URLEncoder.encode(s, StandardCharsets.UTF_8).replace("+", "%20"))
                .collect(Collectors.joining("/"));
    }
}
