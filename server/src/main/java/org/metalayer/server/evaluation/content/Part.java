package org.metalayer.server.evaluation.content;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/**
 * One file of a report, or one inside of an archive.
 *
 * @param name its path; inside of an archive {@code archive.zip!path}
 * @param size in bytes
 * @param head its first bytes, at most {@link FileKind#HEAD}
 * @param depth how many archives it lies in
 */
@SuppressWarnings("ArrayRecordComponent") // handed through, never compared
public record Part(String name, long size, byte[] head, int depth, Bytes bytes) {

    /** Opens a part from its beginning, as often as it is asked for. */
    @FunctionalInterface
    public interface Bytes {
        InputStream open() throws IOException;
    }

    public FileKind kind() {
        return FileKind.detect(head);
    }

    /** Its own name, without folders. */
    public String fileName() {
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('!')) + 1);
    }

    /** Lower case, without the dot; empty where there is none. */
    public String extension() {
        String file = fileName();
        int dot = file.lastIndexOf('.');
        return dot < 0 ? "" : file.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /** At most {@code most} of its bytes, the first ones. */
    public byte[] first(int most) throws IOException {
        try (InputStream in = bytes.open()) {
            return in.readNBytes(most);
        }
    }
}
