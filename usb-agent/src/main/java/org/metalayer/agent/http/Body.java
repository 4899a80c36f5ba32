package org.metalayer.agent.http;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;

/** What an answer carries. */
public interface Body extends Closeable {

    /** Nothing. */
    Body EMPTY = of(new byte[0]);

    /** In bytes: exactly what {@link #writeTo} writes, unless it throws. */
    long length();

    /**
     * Writes all of it.
     *
     * @throws IOException also when what is being read turns out to be something else meanwhile:
     *     then the connection ends, and whoever reads knows that it is not whole
     */
    void writeTo(OutputStream out) throws IOException;

    /** Bytes at hand. */
    static Body of(byte[] bytes) {
        return new Body() {
            @Override
            public long length() {
                return bytes.length;
            }

            @Override
            public void writeTo(OutputStream out) throws IOException {
                out.write(bytes);
            }

            @Override
            public void close() {
                // Nothing is held open.
            }
        };
    }
}
