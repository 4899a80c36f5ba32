package org.metalayer.agent.files;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Renames that either happen whole or not at all, and last when the method returns. A release is
 * activated by one exchange of its staged directory with the running one, and left by another.
 */
public final class AtomicExchange {

    private final StorageFaults faults;
    private final DurableFiles durable;

    public AtomicExchange(StorageFaults faults) {
        this.faults = faults;
        this.durable = new DurableFiles(faults);
    }

    /**
     * Swaps what two names stand for; both must exist on one file system. Where a sync fails after
     * the swap, this throws although the names are swapped: {@link Inode} tells.
     *
     * @throws java.nio.file.NoSuchFileException when one does not exist
     * @throws ExchangeUnsupported when the file system cannot do it
     */
    public void exchange(Path one, Path other) throws IOException {
        refuseNested(one, other);
        rename("exchange", one, other, Renameat2.EXCHANGE);
    }

    /**
     * Renames {@code from} to {@code to}, which must not exist yet.
     *
     * @throws java.nio.file.FileAlreadyExistsException when it does
     */
    public void renameToNew(Path from, Path to) throws IOException {
        refuseNested(from, to);
        rename("rename", from, to, Renameat2.NOREPLACE);
    }

    /**
     * Tries an exchange in {@code directory} and leaves nothing behind.
     *
     * @return whether directories there can be exchanged
     */
    public static boolean probe(Path directory) throws IOException {
        Path one = Files.createTempDirectory(directory, ".exchange-probe-");
        try {
            Path other = Files.createTempDirectory(directory, ".exchange-probe-");
            try {
                Inode before = Inode.of(one);
                int errno = Renameat2.call(one, other, Renameat2.EXCHANGE);
                return errno == 0 && Inode.of(other).equals(before);
            } finally {
                Files.delete(other);
            }
        } finally {
            Files.delete(one);
        }
    }

    private void rename(String operation, Path from, Path to, int flags) throws IOException {
        faults.before(operation);
        int errno = Renameat2.call(from, to, flags);
        if (errno != 0) {
            throw Errno.ofRename(errno, from, to);
        }
        durable.syncParents(from, to);
    }

    /** The kernel answers EINVAL for this too, which would be told as an unsuitable file system. */
    private static void refuseNested(Path one, Path other) throws FileSystemException {
        Path a = one.toAbsolutePath().normalize();
        Path b = other.toAbsolutePath().normalize();
        if (a.startsWith(b) || b.startsWith(a)) {
            throw new FileSystemException(a.toString(), b.toString(), "one lies inside the other");
        }
    }
}
