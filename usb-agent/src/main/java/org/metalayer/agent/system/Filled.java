package org.metalayer.agent.system;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** A content with zeros behind it up to a size, and no longer. */
final class Filled extends InputStream {

    private final InputStream content;
    private final long size;
    private long position;
    private boolean ended;

    Filled(InputStream content, long size) {
        this.content = content;
        this.size = size;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    /**
     * Reads on.
     *
     * @throws IOException when the content is longer than the size
     */
    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (!ended) {
            int count = content.read(into, from, length);
            ended = count < 0;
            position += Math.max(count, 0);
            if (position > size) {
                throw new IOException("there is room for %s bytes only".formatted(size));
            }
            if (!ended) {
                return count;
            }
        }
        int zeros = (int) Math.min(length, size - position);
        if (zeros == 0 && length > 0) {
            return -1;
        }
        Arrays.fill(into, from, from + zeros, (byte) 0);
        position += zeros;
        return zeros;
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}
