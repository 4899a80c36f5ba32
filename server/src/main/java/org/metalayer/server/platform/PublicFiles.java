package org.metalayer.server.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** What anybody on the machine may read, such as a web server, whatever the umask is. */
public final class PublicFiles {

    private static final Set<PosixFilePermission> DIRECTORY =
            PosixFilePermissions.fromString("rwxr-xr-x");
    private static final Set<PosixFilePermission> FILE =
            PosixFilePermissions.fromString("rw-r--r--");

    private PublicFiles() {}

    /** Makes the directory where there is none, in one that exists. */
    public static void directory(Path directory) throws IOException {
        Files.createDirectories(directory);
        Files.setPosixFilePermissions(directory, DIRECTORY);
    }

    /** Lets everybody read a file. */
    public static void open(Path file) throws IOException {
        Files.setPosixFilePermissions(file, FILE);
    }
}
