package org.metalayer.cli.up;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** The kernel's list of file locks: who holds one, without the holder's help. */
final class FileLocks {
    private static final Path LIST = Path.of("/proc/locks");

    private FileLocks() {}

    /** The process that holds a lock on {@code file}, as far as the kernel tells. */
    static OptionalLong holder(Path file) {
        try {
            return holder(file, Files.readString(LIST));
        } catch (IOException | UnsupportedOperationException notTold) {
            return OptionalLong.empty();
        }
    }

    /** Lines are like {@code 3: POSIX ADVISORY WRITE 4711 08:01:1234567 0 EOF}. */
    static OptionalLong holder(Path file, String locks) throws IOException {
        long device = (Long) Files.getAttribute(file, "unix:dev");
        String inode =
                "%02x:%02x:%d"
                        .formatted(
                                major(device),
                                minor(device),
                                (Long) Files.getAttribute(file, "unix:ino"));
        return locks.lines()
                .map(line -> line.strip().split("\\s+"))
                .filter(fields -> fields.length == 8 && fields[5].equals(inode))
                .mapToLong(fields -> Long.parseLong(fields[4]))
                .filter(pid -> pid > 0)
                .findFirst();
    }

    private static long major(long device) {
        return (device >> 8) & 0xfff;
    }

    private static long minor(long device) {
        return (device & 0xff) | ((device >> 12) & 0xfffff00);
    }
}
