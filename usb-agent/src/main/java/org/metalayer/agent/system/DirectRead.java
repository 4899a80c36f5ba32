package org.metalayer.agent.system;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.metalayer.agent.files.PastTheCache;

/** Reads a partition, or a file, past the page cache: what the device gives back. */
final class DirectRead {

    /** Devices read whole blocks, to aligned addresses. */
    private static final int BLOCK = 4096;

    private static final OpenOption DIRECT = PastTheCache.option();

    /** Kept: what lies outside of the heap is given back late. */
    private ByteBuffer buffer = ByteBuffer.allocateDirect(0);

    /**
     * Reads a stretch.
     *
     * @param offset a multiple of the block
     */
    byte[] read(Path from, long offset, int length) throws IOException {
        int blocks = (length + BLOCK - 1) / BLOCK * BLOCK;
        if (buffer.capacity() < blocks) {
            buffer = ByteBuffer.allocateDirect(blocks + BLOCK).alignedSlice(BLOCK);
        }
        buffer.clear().limit(blocks);
        try (FileChannel channel = FileChannel.open(from, StandardOpenOption.READ, DIRECT)) {
            int count = BLOCK;
            // A file ends within a block.
            while (buffer.hasRemaining() && count > 0 && count % BLOCK == 0) {
                count = channel.read(buffer, offset + buffer.position());
            }
        }
        byte[] content = new byte[Math.min(length, buffer.flip().remaining())];
        buffer.get(content);
        return content;
    }
}
