package org.metalayer.agent.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads files that others put there: never more than fits, and never what has no end. */
public final class SmallFile {

    private SmallFile() {}

    /**
     * The whole content.
     *
     * @param most bytes
     * @throws java.nio.file.NoSuchFileException when there is none
     * @throws FileSystemException when it is no regular file or longer
     */
    public static byte[] read(Path file, int most) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new FileSystemException(file.toString(), null, "is no file");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] content = in.readNBytes(most + 1);
            if (content.length > most) {
                throw new FileSystemException(
                        file.toString(), null, "is larger than %s bytes".formatted(most));
            }
            return content;
        }
    }
}
