package org.metalayer.server.evaluation.content;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
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
                Optional<InputStream> content =
                        entry.isFile() && !entry.isLink() && !entry.isSymbolicLink()
                                ? Optional.of(in)
                                : Optional.empty();
                taker.take(new ArchiveEntry(entry.getName(), false, content, peculiarity(entry)));
            }
        }
    }

    private static Optional<String> peculiarity(TarArchiveEntry entry) {
        boolean plain = (entry.isFile() && !entry.isLink()) || entry.isDirectory();
        return plain && !entry.isSymbolicLink()
                ? ArchiveEntry.ofMode(
                        (entry.getMode() & 07777) | (entry.isDirectory() ? 0040000 : 0100000))
                : Optional.of("is a link or a device");
    }
}
