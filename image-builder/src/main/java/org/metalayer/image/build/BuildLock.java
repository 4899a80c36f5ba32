package org.metalayer.image.build;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.metalayer.image.base.ImageException;

/** One build at a time: two would take each other's caches and results apart. */
final class BuildLock implements AutoCloseable {

    private final FileChannel channel;

    private BuildLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes it for a folder.
     *
     * @throws ImageException when another build has it
     */
    static BuildLock of(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(
                        Files.createDirectories(folder).resolve("build.lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        if (!isFree(channel)) {
            channel.close();
            throw new ImageException(
                    "another build works in %s: wait for its end".formatted(folder));
        }
        return new BuildLock(channel);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** What is locked here stays so until the channel is closed. */
    private static boolean isFree(FileChannel channel) throws IOException {
        try {
            @Nullable FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException inThisProcess) {
            return false;
        }
    }
}
