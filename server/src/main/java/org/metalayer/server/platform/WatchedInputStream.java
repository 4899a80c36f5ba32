package org.metalayer.server.platform;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/**
 * Asks for room before every step of a body that goes to disk. To ask once is not enough: many
 * bodies that arrive together each find the same room.
 */
final class WatchedInputStream extends FilterInputStream {

    static final int STEP = 256 << 10;

    private final LongConsumer require;
    private long room;

    /**
     * @param require ends the reading where so many bytes more have no room
     */
    WatchedInputStream(InputStream body, LongConsumer require) {
        super(body);
        this.require = require;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (room <= 0) {
            require.accept(STEP);
            room = STEP;
        }
        int read = super.read(buffer, offset, (int) Math.min(length, room));
        room -= Math.max(read, 0);
        return read;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
