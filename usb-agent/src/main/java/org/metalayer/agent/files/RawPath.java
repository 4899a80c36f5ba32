package org.metalayer.agent.files;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.metalayer.protocol.RelativePath;

/**
 * The bytes behind a {@link Path}. The JDK shows names in the locale's encoding, so an agent that
 * was started without a locale would read and write names with umlauts damaged; the {@code file:}
 * URI carries the bytes as they are.
 */
public final class RawPath {

    private RawPath() {}

    /** The absolute path's bytes as the kernel knows them. */
    public static byte[] bytes(Path path) {
        String encoded = path.toUri().getRawPath();
        boolean directory = encoded.length() > 1 && encoded.endsWith("/");
        int end = directory ? encoded.length() - 1 : encoded.length();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(end);
        for (int i = 0; i < end; i++) {
            if (encoded.charAt(i) == '%') {
                bytes.write(Integer.parseInt(encoded, i + 1, i + 3, 16));
                i += 2;
            } else {
                bytes.write(encoded.charAt(i));
            }
        }
        return bytes.toByteArray();
    }

    /** The last name of {@code path} as text; empty when its bytes are not valid UTF-8. */
    public static Optional<String> fileName(Path path) {
        String shown = String.valueOf(path.getFileName());
        if (isAscii(shown)) {
            return Optional.of(shown);
        }
        byte[] bytes = bytes(path);
        int start = bytes.length;
        while (bytes[start - 1] != '/') {
            start--;
        }
        return text(ByteBuffer.wrap(bytes, start, bytes.length - start));
    }

    /** The file at {@code path} below {@code directory}, its name in UTF-8 whatever the locale. */
    public static Path resolve(Path directory, RelativePath path) {
        return resolve(directory, path.value());
    }

    /** The same for any path, such as one that a person wrote; an absolute one stays as it is. */
    public static Path resolve(Path directory, String path) {
        if (isAscii(path)) {
            return directory.resolve(path);
        }
        String parent = path.startsWith("/") ? "" : directory.toUri().getRawPath();
        String slash = parent.isEmpty() || parent.endsWith("/") ? "" : "/";
        String child =
                URLEncoder.encode(path, StandardCharsets.UTF_8)
                        .replace("+", "%20")
                        .replace("%2F", "/");
        return Path.of(URI.create("file://" + parent + slash + child));
    }

    /** The path of {@code file} below {@code directory}; empty when it is not valid UTF-8. */
    public static Optional<String> relativize(Path directory, Path file) {
        byte[] whole = bytes(file);
        int start = bytes(directory).length + 1;
        return text(ByteBuffer.wrap(whole, start, whole.length - start));
    }

    private static Optional<String> text(ByteBuffer bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }
}
