package org.metalayer.cli.up;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.OptionalLong;
import org.metalayer.cli.platform.CliException;
import org.metalayer.cli.platform.Reasons;

/** A lock that the kernel ends with the process that holds it. */
final class LockFile implements AutoCloseable {
    private final FileChannel channel;

    private LockFile(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock.
     *
     * @param holder who else may have it, as the complaint names them
     */
    static LockFile take(Path file, String holder) {
        try {
            FileChannel channel =
                    FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (isFree(channel)) {
                return new LockFile(channel);
            }
            OptionalLong pid = FileLocks.holder(file);
            channel.close();
            throw taken(file, holder, pid);
        } catch (IOException e) {
            throw new CliException("cannot lock %s (%s)".formatted(file, Reasons.of(e)), e);
        }
    }

    private static boolean isFree(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    private static CliException taken(Path file, String holder, OptionalLong pid) {
        Path data = file.resolveSibling("").normalize();
        return new CliException(
                pid.isPresent()
                        ? "%s already runs on %s as process %d; end it first: kill %d"
                                .formatted(holder, data, pid.getAsLong(), pid.getAsLong())
                        : "%s already runs on %s; end it first".formatted(holder, data));
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new CliException("cannot release a lock (%s)".formatted(Reasons.of(e)), e);
        }
    }
}
