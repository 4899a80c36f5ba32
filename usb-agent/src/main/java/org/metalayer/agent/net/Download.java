package org.metalayer.agent.net;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpHeaders;

/** A long answer that is being read. Closing it ends the transfer. */
public record Download(int status, HttpHeaders headers, InputStream body) implements AutoCloseable {

    static final int BEHIND_THE_END = 416;

    private static final int PARTIAL_CONTENT = 206;

    /** Whether the answer is the rest of the file from {@code offset} on, and not the whole. */
    public boolean continuesAt(long offset) {
        return status == PARTIAL_CONTENT
                && headers.firstValue("Content-Range")
                        .filter(range -> range.startsWith("bytes " + offset + "-"))
                        .isPresent();
    }

    /** Whether the range that was asked for begins behind the end of the file. */
    public boolean isBehindTheEnd() {
        return status == BEHIND_THE_END;
    }

    @Override
    public void close() throws IOException {
        body.close();
    }
}
