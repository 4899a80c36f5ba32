package org.metalayer.protocol.blob;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import org.metalayer.protocol.Sha256;

/**
 * Writes a blob pack (docs/protocol.md §5): per blob 32 bytes digest, 8 bytes big-endian length,
 * the bytes.
 */
public final class BlobPackWriter {
    private final OutputStream out;

    public BlobPackWriter(OutputStream out) {
        this.out = out;
    }

    /**
     * Appends one blob.
     *
     * @throws IOException also when {@code content} does not have exactly {@code size} bytes
     */
    public void add(Sha256 digest, long size, InputStream content) throws IOException {
        out.write(digest.bytes());
        out.write(ByteBuffer.allocate(Long.BYTES).putLong(size).array());
        long written = content.transferTo(out);
        if (written != size) {
            throw new IOException(
                    "blob %s has %d bytes, %d were announced".formatted(digest, written, size));
        }
    }
}
