package org.metalayer.agent.files;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Which file a name stands for. After a crash it tells on which side of an exchange two directories
 * are. Keep only {@code number} on disk: the device's number changes with the socket the stick is
 * plugged into.
 *
 * @param device number of the mounted file system, until it is unmounted
 * @param number of the file on that file system, as long as the file exists
 */
public record Inode(long device, long number) {

    /** The inode of {@code path} itself, of the link where it is one. */
    public static Inode of(Path path) throws IOException {
        UnixAttributes attributes = UnixAttributes.of(path, "dev,ino");
        return new Inode(attributes.number("dev"), attributes.number("ino"));
    }
}
