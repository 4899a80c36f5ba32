package org.metalayer.image.base;

import java.nio.ByteBuffer;

/** Finds out where nothing is. */
public final class Zeros {

    private Zeros() {}

    /** Whether all bytes of the buffer are zero; moves nothing in it. */
    public static boolean fill(ByteBuffer bytes) {
        int at = bytes.position();
        for (; at + Long.BYTES <= bytes.limit(); at += Long.BYTES) {
            if (bytes.getLong(at) != 0) {
                return false;
            }
        }
        for (; at < bytes.limit(); at++) {
            if (bytes.get(at) != 0) {
                return false;
            }
        }
        return true;
    }
}
