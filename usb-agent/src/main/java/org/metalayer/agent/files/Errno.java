package org.metalayer.agent.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Linux's error numbers (the same on every architecture we ship for) as exceptions that say what to
 * do.
 */
final class Errno {

    static final int EPERM = 1;
    static final int ENOENT = 2;
    static final int EACCES = 13;
    static final int EEXIST = 17;
    static final int EXDEV = 18;
    static final int EINVAL = 22;
    static final int ENOSPC = 28;
    static final int EROFS = 30;
    static final int ENOSYS = 38;

    private Errno() {}

    /** The exception for a rename of {@code from} to {@code to} that failed with {@code errno}. */
    static IOException ofRename(int errno, Path from, Path to) {
        String a = from.toString();
        String b = to.toString();
        return switch (errno) {
            case ENOENT -> new NoSuchFileException(a, b, "one of them does not exist");
            case EEXIST -> new FileAlreadyExistsException(b, a, "it is there already");
            case EPERM, EACCES ->
                    new AccessDeniedException(
                            a, b, "this agent may not write one of their folders");
            case EXDEV ->
                    new FileSystemException(
                            a,
                            b,
                            "they lie on different file systems: keep both on the stick's data"
                                    + " partition");
            case EINVAL, ENOSYS -> new ExchangeUnsupported(a, b);
            case ENOSPC ->
                    new FileSystemException(
                            a, b, "no room for the folder entry: remove something first");
            case EROFS ->
                    new FileSystemException(
                            a,
                            b,
                            "the file system is read-only: check the stick for errors, then mount"
                                    + " it again");
            default -> new FileSystemException(a, b, "the system answered error " + errno);
        };
    }
}
