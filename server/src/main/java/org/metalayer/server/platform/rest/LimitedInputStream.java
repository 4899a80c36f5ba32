package org.metalayer.server.platform.rest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.metalayer.server.platform.ProblemType;

/**
 * Ends a request whose body is longer than allowed. The rest is read and dropped first: closing the
 * connection instead would make most clients report a broken connection and never show the answer.
 */
final class LimitedInputStream extends FilterInputStream {

    /** Below the HTTP server's own limit, at which it answers without a document. */
    private static final long DROPPED_AT_MOST = 38L << 20;

    private final long limit;
    private long seen;

    LimitedInputStream(InputStream body, long limit) {
        super(body);
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        count(next < 0 ? 0 : 1);
        return next;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        count(Math.max(read, 0));
        return read;
    }

    @Override
    public long skip(long wanted) throws IOException {
        long skipped = super.skip(wanted);
        count(skipped);
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void drop() throws IOException {
        byte[] dropped = new byte[8192];
        while (seen < DROPPED_AT_MOST) {
            int read = in.read(dropped);
            if (read < 0) {
                return;
            }
            seen += read;
        }
    }

    private void count(long bytes) throws IOException {
        seen += bytes;
        if (seen > limit) {
            drop();
            throw ProblemType.TOO_LARGE.because(
                    "at most %,d bytes are accepted here; send less".formatted(limit));
        }
    }
}
