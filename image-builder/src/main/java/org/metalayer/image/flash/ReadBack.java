package org.metalayer.image.flash;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.metalayer.agent.files.PastTheCache;
import org.metalayer.image.base.Channels;
import org.metalayer.image.base.ImageException;
import org.metalayer.image.base.Progress;

/** Compares what a stick holds, byte by byte, with what it was given. */
final class ReadBack {

    /** Reads past the page cache are of whole blocks of this size, in memory and on the stick. */
    private static final int BLOCK = 4096;

    private final FileChannel prepared;
    private final Progress progress;
    private final ByteBuffer expected = ByteBuffer.allocateDirect(Channels.PIECE);
    private final ByteBuffer found =
            ByteBuffer.allocateDirect(Channels.PIECE + BLOCK).alignedSlice(BLOCK);

    ReadBack(FileChannel prepared, Progress progress) {
        this.prepared = prepared;
        this.progress = progress;
    }

    /**
     * Compares.
     *
     * @throws ImageException at the first byte that differs
     */
    void compare(Path stick, List<Stretch> stretches) throws IOException {
        progress.begin("Verifying", Stretch.total(stretches));
        try (FileChannel channel = open(stick)) {
            for (Stretch stretch : stretches) {
                for (long at = stretch.start(); at < stretch.end(); at += expected.limit()) {
                    expected.clear().limit((int) Math.min(Channels.PIECE, stretch.end() - at));
                    Channels.read(prepared, at, expected);
                    read(channel, at, expected.limit());
                    requireSame(at);
                    progress.advance(expected.limit());
                }
            }
        }
        progress.end();
    }

    /**
     * From the medium itself where the file system lets that be: the page cache would only tell
     * what was meant to be written.
     */
    private static FileChannel open(Path stick) throws IOException {
        try {
            return FileChannel.open(stick, StandardOpenOption.READ, PastTheCache.option());
        } catch (FileSystemException | UnsupportedOperationException notHere) {
            return FileChannel.open(stick, StandardOpenOption.READ);
        }
    }

    private void read(FileChannel channel, long at, int length) {
        found.clear().limit((length + BLOCK - 1) / BLOCK * BLOCK);
        try {
            int count = channel.read(found, at);
            // Only what ends in the middle of a block gives less than whole ones.
            while (count % BLOCK == 0 && found.hasRemaining()) {
                int more = channel.read(found, at + count);
                if (more <= 0) {
                    break;
                }
                count += more;
            }
            if (count < length) {
                throw broken(at + Math.max(0, count), "it ends");
            }
        } catch (IOException e) {
            throw broken(at, String.valueOf(e.getMessage()));
        }
        found.flip().limit(length);
    }

    private void requireSame(long at) {
        int difference = expected.mismatch(found);
        if (difference >= 0) {
            throw broken(at + difference, "another byte is read than was written");
        }
    }

    private static ImageException broken(long offset, String what) {
        return new ImageException(
                "the stick is failing: at byte %s %s. Use another one".formatted(offset, what));
    }
}
