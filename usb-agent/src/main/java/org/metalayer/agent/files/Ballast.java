package org.metalayer.agent.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Random;

/**
 * Room that is taken while there is some, and given up for a small record when there is none: a
 * full stick can still begin a session, and say that it is full.
 */
final class Ballast {

    static final int SIZE = 64 << 10;

    private static final int LEAST = 4096;

    private final Path file;
    private final DurableFiles files;

    /** What needs room. */
    @FunctionalInterface
    interface Work {
        void run() throws IOException;
    }

    Ballast(Path file, DurableFiles files) {
        this.file = file;
        this.files = files;
    }

    /** Takes the room that is missing, where it is to be had. */
    void keep() throws IOException {
        long size = size();
        if (size == 0) {
            takeWhatThereIs();
        } else if (size < SIZE && DiskSpace.free(DurableFiles.parent(file)) >= SIZE) {
            take(SIZE);
        }
    }

    /**
     * Does the work, with the room of the ballast where there is no other.
     *
     * @param needed bytes
     * @throws DiskFull when the ballast does not help
     */
    void with(long needed, Work work) throws IOException {
        try {
            work.run();
        } catch (DiskFull full) {
            if (size() < DiskSpace.occupied(needed)) {
                throw full;
            }
            files.delete(file);
            try {
                work.run();
            } finally {
                takeWhatThereIs();
            }
        }
    }

    /** At once, so that whatever fills the stick does not get it. */
    private void takeWhatThereIs() throws IOException {
        long free = DiskSpace.free(DurableFiles.parent(file)) / LEAST * LEAST;
        if (free > 0) {
            take((int) Math.min(SIZE, free));
        }
    }

    private void take(int size) {
        // Bytes that no file system stores in fewer.
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        try {
            files.replace(file, bytes);
        } catch (IOException _) {
            // What it was given up for is done all the same.
        }
    }

    private long size() throws IOException {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) ? Files.size(file) : 0;
    }
}
