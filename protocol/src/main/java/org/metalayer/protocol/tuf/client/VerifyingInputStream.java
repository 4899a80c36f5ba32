package org.metalayer.protocol.tuf.client;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.metalayer.protocol.tuf.model.FileCheck;
import org.metalayer.protocol.tuf.model.TargetFile;

/**
 * A target's bytes, compared with its signed length and digests while they are read (5.7.3). The
 * end of the stream is the proof: only whoever has read up to it may use the bytes, and only then
 * are they complete.
 *
 * <p>More bytes than signed are refused at the first one; fewer, or others, at the end.
 */
public final class VerifyingInputStream extends FilterInputStream {
    private final FileCheck check;
    private boolean ended;

    public VerifyingInputStream(InputStream in, TargetFile target) {
        super(in);
        this.check = target.check();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        int count = super.read(buffer, offset, length);
        if (count < 0) {
            end();
        } else if (!check.accept(buffer, offset, count)) {
            throw new RefusedMetadataException(
                    Refusal.TOO_LONG, "the file is longer than its signed length");
        }
        return count;
    }

    private void end() {
        if (!ended) {
            check.objection()
                    .ifPresent(why -> {
                        throw new RefusedMetadataException(
                                Refusal.MISMATCH,
                                "the file is not the one that was signed: " + why);
                    });
            ended = true;
        }
    }

    /** Skipped bytes are read and count. */
    @Override
    public long skip(long count) throws IOException {
        byte[] away = new byte[Math.clamp(count, 0, 8192)];
        return Math.max(0, read(away, 0, away.length));
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
