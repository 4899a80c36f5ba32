package org.metalayer.agent.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Room on a stick.
 *
 * @param headroom bytes that are left to the owner and to the agent's own records, whatever is
 *     installed
 */
public record DiskSpace(long headroom) {

    /** What the usual file systems give to a file at once. */
    private static final long BLOCK = 4096;

    public DiskSpace {
        if (headroom < 0) {
            throw new IllegalArgumentException("headroom must not be negative, was " + headroom);
        }
    }

    /** Bytes this process may still write where {@code existing} lies. */
    public static long free(Path existing) throws IOException {
        return Files.getFileStore(existing).getUsableSpace();
    }

    /**
     * Makes sure that {@code size} more bytes fit and the headroom stays.
     *
     * @throws DiskFull when they do not
     */
    public void require(Path directory, long size) throws IOException {
        if (size < 0) {
            throw new IllegalArgumentException("size must not be negative, was " + size);
        }
        if (size > free(directory) - headroom) {
            throw lacking(directory, size);
        }
    }

    /** Says that {@code size} more bytes and the headroom do not fit. */
    public DiskFull lacking(Path directory, long size) throws IOException {
        long needed = size > Long.MAX_VALUE - headroom ? Long.MAX_VALUE : size + headroom;
        return new DiskFull(directory, needed, free(directory));
    }

    /** What a file of {@code size} bytes takes: whole blocks. */
    public static long occupied(long size) {
        return (size + BLOCK - 1) / BLOCK * BLOCK;
    }
}
