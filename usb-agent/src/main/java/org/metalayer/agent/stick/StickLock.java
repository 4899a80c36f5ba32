package org.metalayer.agent.stick;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Only one agent works on a stick's directory at a time. The kernel ends the lock with the process,
 * so that a killed agent leaves nothing to clean up.
 */
public final class StickLock implements AutoCloseable {

    private final FileChannel channel;

    private StickLock(FileChannel channel) {
        this.channel = channel;
    }

    /** The lock, or empty when another agent has it. */
    public static Optional<StickLock> tryAcquire(StickDirectory stick) throws IOException {
        Path file = stick.lock();
        Files.createDirectories(stick.control());
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return Optional.of(new StickLock(channel));
            }
        } catch (OverlappingFileLockException e) {
            // Held by this very process.
        }
        channel.close();
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
