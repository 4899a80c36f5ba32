package org.metalayer.server.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Where the Main System keeps what is not in its database. Every directory is private to the
 * account that runs it, but the feed, which is public by definition.
 *
 * @param root absolute path, configured as {@code metalayer.data}
 */
public record DataDirectory(Path root) {

    public DataDirectory {
        root = root.toAbsolutePath().normalize();
    }

    /** Secrets: signing keys, the key of the stick sessions, the local operator token. */
    public Path keys() {
        return directory("keys");
    }

    /** Artifacts, named by their SHA-256. */
    public Path blobs() {
        return directory("blobs");
    }

    /** What the public feed serves: for everybody whom the root lets through. */
    public Path feed() {
        Path feed = directory("feed");
        try {
            PublicFiles.directory(feed);
            return feed;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot open the directory %s to all".formatted(feed), e);
        }
    }

    /** Large request bodies while they arrive. */
    public Path incoming() {
        return directory("incoming");
    }

    /** The embedded database, its binaries and its log. */
    public Path postgres() {
        return directory("postgres");
    }

    private Path directory(String name) {
        createPrivate(root);
        return createPrivate(root.resolve(name));
    }

    private static Path createPrivate(Path directory) {
        try {
            if (!Files.isDirectory(directory)) {
                Files.createDirectories(
                        directory,
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rwx------")));
            }
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot create the directory " + directory, e);
        }
    }
}
