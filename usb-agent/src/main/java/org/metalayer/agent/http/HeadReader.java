package org.metalayer.agent.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Takes the heads of requests from a connection, one after the other, none longer than allowed. */
final class HeadReader {

    private final InputStream in;
    private final byte[] buffer;
    private int start;
    private int end;

    HeadReader(InputStream in, int headBytes) {
        this.in = in;
        this.buffer = new byte[headBytes];
    }

    /** Waits for a request's first byte; false at the end of the connection. */
    boolean begins() throws IOException {
        return start < end || fill();
    }

    /** The lines of one head. */
    List<String> read() throws IOException {
        List<String> lines = new ArrayList<>();
        int from = start;
        int at = start;
        while (true) {
            if (at == end) {
                int moved = start;
                if (!fill()) {
                    throw new EOFException();
                }
                at -= moved - start;
                from -= moved - start;
            }
            if (buffer[at++] != '\n') {
                continue;
            }
            String line = line(from, at - 1);
            from = at;
            if (line.isEmpty()) {
                start = at;
                return lines;
            }
            lines.add(line);
        }
    }

    private String line(int from, int newline) throws BadRequestException {
        boolean whole = newline > from && buffer[newline - 1] == '\r';
        String line =
                new String(
                        buffer, from, Math.max(0, newline - 1 - from), StandardCharsets.ISO_8859_1);
        if (!whole || line.chars().anyMatch(c -> c < ' ' && c != '\t')) {
            throw new BadRequestException(400, "A line of this request does not end as it must.");
        }
        return line;
    }

    /** Reads more behind what is there; false at the end of the connection. */
    private boolean fill() throws IOException {
        if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, end - start);
            end -= start;
            start = 0;
        }
        if (end == buffer.length) {
            throw new BadRequestException(431, "This request says more than is listened to here.");
        }
        int read = in.read(buffer, end, buffer.length - end);
        end += Math.max(0, read);
        return read > 0;
    }
}
