package org.metalayer.server.evaluation.content;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.metalayer.server.evaluation.content.ArchiveBudget.BombException;

/**
 * A zip has two tables of contents, one at its end and one between the files; programs differ in
 * which they believe. Where the two differ, something is hidden from one of them.
 */
@SuppressWarnings("ArrayRecordComponent") // read once, never compared
record ZipReader(byte[] bytes) {

    void read(ArchiveEntry.Taker taker) throws IOException, BombException {
        List<String> central = new ArrayList<>();
        try (ZipFile zip =
                ZipFile.builder()
                        .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
                        .get()) {
            for (ZipArchiveEntry entry :
                    java.util.Collections.list(zip.getEntriesInPhysicalOrder())) {
                central.add(entry.getName());
                boolean readable = zip.canReadEntryData(entry) && !entry.isDirectory();
                taker.take(
                        new ArchiveEntry(
                                entry.getName(),
                                false,
                                readable
                                        ? Optional.of(zip.getInputStream(entry))
                                        : Optional.empty(),
                                peculiarity(entry, readable)));
            }
        }
        if (!central.equals(local())) {
            throw new IOException("its two tables of contents differ");
        }
    }

    private static Optional<String> peculiarity(ZipArchiveEntry entry, boolean readable) {
        if (!readable && !entry.isDirectory()) {
            return Optional.of("is encrypted or packed in a way that cannot be looked into");
        }
        return ArchiveEntry.ofMode(entry.getUnixMode());
    }

    private List<String> local() throws IOException {
        List<String> names = new ArrayList<>();
        try (ZipArchiveInputStream in =
                new ZipArchiveInputStream(new ByteArrayInputStream(bytes), "UTF-8", true, true)) {
            for (ZipArchiveEntry entry = in.getNextEntry();
                    entry != null;
                    entry = in.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }
}
