package org.metalayer.server.evaluation.content;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.metalayer.server.evaluation.content.ArchiveBudget.BombException;

/** A tar, entry by entry. */
@SuppressWarnings("ArrayRecordComponent") // read once, never compared
record TarReader(byte[] bytes) {

    void read(ArchiveEntry.Taker taker) throws IOException, BombException {
        try (TarArchiveInputStream in =
                new TarArchiveInputStream(new ByteArrayInputStream(bytes))) {
            for (TarArchiveEntry entry = in.getNextEntry();
                    entry != null;
                    entry = in.getNextEntry()) {
                Optional<InputStream> content = isFile(entry) ? Optional.of(in) : Optional.empty();
                taker.take(new ArchiveEntry(entry.getName(), false, content, peculiarity(entry)));
            }
        }
    }

    private static Optional<String> peculiarity(TarArchiveEntry entry) {
        int permissions = entry.getMode() & 07777;
        if (isFile(entry)) {
            return ArchiveEntry.ofMode(permissions | 0100000);
        }
        return entry.getLinkFlag() == TarConstants.LF_DIR
                ? ArchiveEntry.ofMode(permissions | 0040000)
                : Optional.of("is a link or a device");
    }

    /**
     * Goes by the flag alone: the library calls everything a file that is no folder, devices and
     * pipes too, and everything a folder whose name ends with a slash.
     */
    private static boolean isFile(TarArchiveEntry entry) {
        return entry.getLinkFlag() == TarConstants.LF_NORMAL
                || entry.getLinkFlag() == TarConstants.LF_OLDNORM;
    }
}
