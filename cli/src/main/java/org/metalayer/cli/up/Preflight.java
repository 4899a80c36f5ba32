package org.metalayer.cli.up;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.metalayer.cli.platform.CliException;
import org.metalayer.cli.platform.Reasons;

/** Finds what would keep the Main System from starting while it can still be said in one line. */
final class Preflight {
    private static final long MEGABYTE = 1L << 20;

    /** As much as the Main System itself insists on. */
    private static final long NEEDED_MEGABYTES = 200;

    private Preflight() {}

    static void requireUsable(Path data) {
        try {
            Files.createDirectories(
                    data,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
            Files.delete(Files.createTempFile(data, "writable", ""));
            requireSpace(data);
        } catch (IOException e) {
            throw new CliException(
                    "the data directory %s cannot be used (%s); choose another with --data DIR"
                            .formatted(data, Reasons.of(e)),
                    e);
        }
    }

    private static void requireSpace(Path data) throws IOException {
        long free = Files.getFileStore(data).getUsableSpace() / MEGABYTE;
        if (free < NEEDED_MEGABYTES) {
            throw new CliException(
                    "only %d MB are free for the data directory %s and %d MB are needed; free some space, or choose another directory with --data DIR"
                            .formatted(free, data, NEEDED_MEGABYTES));
        }
    }
}
