package org.metalayer.server.evaluation.content;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.metalayer.server.evaluation.content.ArchiveBudget.BombException;

/**
 * What an archive says of one entry.
 *
 * @param generated whether the name comes from us and not from the archive
 * @param content empty for folders, links and what is encrypted; to be read at once
 * @param peculiarity what is unusual about it
 */
record ArchiveEntry(
        String name,
        boolean generated,
        Optional<InputStream> content,
        Optional<String> peculiarity) {

    interface Taker {
        void take(ArchiveEntry entry) throws IOException, BombException;
    }

    /** What the mode of a file says that no content needs (POSIX {@code st_mode}). */
    static Optional<String> ofMode(int mode) {
        int type = mode & 0170000;
        if ((mode & 06000) != 0) {
            return Optional.of("would run with the rights of its owner (setuid)");
        }
        if (type != 0 && type != 0100000 && type != 0040000) {
            return Optional.of("is a link or a device");
        }
        return (mode & 0111) != 0 && type == 0100000
                ? Optional.of("is marked as a program")
                : Optional.empty();
    }
}
