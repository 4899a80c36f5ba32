package org.metalayer.server.evaluation.content;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.metalayer.server.evaluation.content.ArchiveBudget.BombException;

/** What a gzip holds, all its members together. */
final class GzipReader {

    private GzipReader() {}

    static void read(byte[] bytes, ArchiveEntry.Taker taker) throws IOException, BombException {
        try (GzipCompressorInputStream in =
                GzipCompressorInputStream.builder()
                        .setInputStream(new ByteArrayInputStream(bytes))
                        .setDecompressConcatenated(true)
                        .get()) {
            taker.take(new ArchiveEntry("content", true, Optional.of(in), Optional.empty()));
        }
    }
}
