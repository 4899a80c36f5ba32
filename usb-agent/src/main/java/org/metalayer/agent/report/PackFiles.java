package org.metalayer.agent.report;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.metalayer.agent.files.DurableFiles;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.blob.BlobPack;
import org.metalayer.protocol.blob.BlobPackWriter;

/** A report's small files in a few packs: one sync each instead of one per file. */
final class PackFiles {

    /** Far below the protocol's limit: a pack is held in memory, also on a small computer. */
    private static final int PACK_SIZE = 4 << 20;

    private static final String PREFIX = "pack-";

    private final Path directory;
    private final DurableFiles files;
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private int written;

    PackFiles(Path directory, DurableFiles files) {
        this.directory = directory;
        this.files = files;
    }

    void add(Sha256 digest, byte[] bytes) throws IOException {
        if (pending.size() > 0 && pending.size() + BlobPack.FRAME_SIZE + bytes.length > PACK_SIZE) {
            flush();
        }
        new BlobPackWriter(pending).add(digest, bytes.length, new ByteArrayInputStream(bytes));
    }

    void flush() throws IOException {
        if (pending.size() > 0) {
            String name = String.format(Locale.ROOT, "%s%05d", PREFIX, written++);
            files.replace(directory.resolve(name), pending.toByteArray());
            pending.reset();
        }
    }

    /** The packs in a report's directory, in order. */
    static List<Path> in(Path directory) throws IOException {
        List<Path> packs = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory, PREFIX + "*")) {
            stream.forEach(packs::add);
        }
        packs.sort(null);
        return packs;
    }
}
