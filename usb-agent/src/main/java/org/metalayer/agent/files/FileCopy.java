package org.metalayer.agent.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Copies one regular file, by the kernel where it can. */
final class FileCopy {

    private FileCopy() {}

    static void copy(Path from, Path to) throws IOException {
        PosixFileAttributes source =
                Files.readAttributes(from, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (!source.isRegularFile()) {
            throw new FileSystemException(from.toString(), to.toString(), "it is no regular file");
        }
        Set<PosixFilePermission> mode = modeLike(source);
        try (FileChannel in =
                        FileChannel.open(from, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
                FileChannel out =
                        FileChannel.open(
                                to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            try {
                transfer(in, out);
                Files.setPosixFilePermissions(to, mode);
            } catch (IOException e) {
                Files.delete(to);
                throw DiskFull.explain(e, DurableFiles.parent(to), source.size());
            }
        }
    }

    private static Set<PosixFilePermission> modeLike(PosixFileAttributes source) {
        boolean executable = source.permissions().contains(PosixFilePermission.OWNER_EXECUTE);
        return PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--");
    }

    /** Up to the end of the source, also where it grows or shrinks meanwhile. */
    private static void transfer(FileChannel in, FileChannel out) throws IOException {
        long position = 0;
        long moved = in.transferTo(0, Long.MAX_VALUE, out);
        while (moved > 0) {
            position += moved;
            moved = in.transferTo(position, Long.MAX_VALUE - position, out);
        }
    }
}
