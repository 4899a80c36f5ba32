package org.metalayer.protocol.system;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.metalayer.protocol.Sha256;

/**
 * Cuts a long content where its own bytes say so, so that what is inserted or removed in one place
 * changes the pieces there and no others (gear hash, as in FastCDC: Xia et al., USENIX ATC 2016).
 * The same bytes are always cut in the same places.
 */
public final class Cutter {

    /** Longest piece in bytes. */
    public static final int MAX_PIECE = 1 << 20;

    private static final int MIN_PIECE = 64 << 10;

    /** Of its bits, one in 2^18 positions has none set: about 256 KiB beyond the shortest piece. */
    private static final long MASK = ~(-1L >>> 18);

    private static final long[] GEAR = gear();

    private Cutter() {}

    /** Takes the pieces in their order. */
    @FunctionalInterface
    public interface Pieces {
        void accept(byte[] piece) throws IOException;
    }

    /** Reads {@code content} to its end. */
    public static void cut(InputStream content, Pieces pieces) throws IOException {
        byte[] buffer = new byte[MAX_PIECE];
        int filled = content.readNBytes(buffer, 0, buffer.length);
        while (filled > 0) {
            int length = length(buffer, filled);
            pieces.accept(Arrays.copyOf(buffer, length));
            System.arraycopy(buffer, length, buffer, 0, filled - length);
            filled -= length;
            filled += content.readNBytes(buffer, filled, buffer.length - filled);
        }
    }

    private static int length(byte[] buffer, int filled) {
        long hash = 0;
        // What lies 64 bytes back has been shifted out: earlier bytes need not be looked at.
        for (int at = MIN_PIECE - Long.SIZE; at < filled; at++) {
            hash = (hash << 1) + GEAR[buffer[at] & 0xff];
            if (at >= MIN_PIECE && (hash & MASK) == 0) {
                return at + 1;
            }
        }
        return filled;
    }

    private static long[] gear() {
        long[] gear = new long[256];
        for (int value = 0; value < gear.length; value++) {
            byte[] name = ("metalayer cutter " + value).getBytes(StandardCharsets.US_ASCII);
            gear[value] = ByteBuffer.wrap(Sha256.of(name).bytes()).getLong();
        }
        return gear;
    }
}
