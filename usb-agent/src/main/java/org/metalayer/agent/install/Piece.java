package org.metalayer.agent.install;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * What one read from a line brought. A line that breaks has often brought something first, which is
 * worth keeping.
 */
record Piece(int length, Optional<IOException> broken) {

    /** Fills the buffer, or as much of it as still comes. */
    static Piece read(InputStream in, byte[] buffer) {
        int length = 0;
        try {
            while (length < buffer.length) {
                int count = in.read(buffer, length, buffer.length - length);
                if (count < 0) {
                    break;
                }
                length += count;
            }
            return new Piece(length, Optional.empty());
        } catch (IOException e) {
            return new Piece(length, Optional.of(e));
        }
    }
}
