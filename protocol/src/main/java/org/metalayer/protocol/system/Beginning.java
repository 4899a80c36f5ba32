package org.metalayer.protocol.system;

import java.io.IOException;
import java.io.InputStream;

/** The first bytes of a content; what follows is not read, and it is not closed. */
public final class Beginning extends InputStream {

    private final InputStream content;
    private long left;

    /**
     * @param length in bytes
     */
    public Beginning(InputStream content, long length) {
        this.content = content;
        this.left = length;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (left == 0) {
            return -1;
        }
        int count = content.read(into, from, (int) Math.min(length, left));
        left = count < 0 ? 0 : left - count;
        return count;
    }
}
