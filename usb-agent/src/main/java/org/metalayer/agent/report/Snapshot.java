package org.metalayer.agent.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.metalayer.agent.files.DurableFiles;
import org.metalayer.agent.files.RawPath;
import org.metalayer.protocol.FileEntry;
import org.metalayer.protocol.FileMode;
import org.metalayer.protocol.RelativePath;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.blob.BlobPack;

/**
 * Copies files into a report's directory while it reads them, so that what is signed is what is
 * kept, whatever the owner does next. Small files go straight into packs, ready to be sent.
 */
final class Snapshot {

    private final Path content;
    private final Path target;
    private final DurableFiles files;
    private final PackFiles packs;
    private final Set<Sha256> held = new HashSet<>();
    private final List<FileEntry> entries = new ArrayList<>();

    /**
     * @param content the component's directory
     * @param target the report's directory, which exists
     */
    Snapshot(Path content, Path target, DurableFiles files) {
        this.content = content;
        this.target = target;
        this.files = files;
        this.packs = new PackFiles(target, files);
    }

    /** Takes a file as it is now. */
    void take(RelativePath path, FileMode mode) throws IOException {
        Path source = RawPath.resolve(content, path);
        byte[] small;
        try (InputStream in = open(source)) {
            small = in.readNBytes(BlobPack.MAX_BLOB_SIZE + 1);
        }
        if (small.length <= BlobPack.MAX_BLOB_SIZE) {
            Sha256 digest = Sha256.of(small);
            if (held.add(digest)) {
                packs.add(digest, small);
            }
            entries.add(new FileEntry(path, small.length, mode, digest));
        } else {
            entries.add(takeLarge(path, mode, source));
        }
    }

    /** Makes everything taken durable and says what it was. */
    List<FileEntry> finish() throws IOException {
        packs.flush();
        files.syncDirectory(target);
        return List.copyOf(entries);
    }

    private FileEntry takeLarge(RelativePath path, FileMode mode, Path source) throws IOException {
        Path copy = target.resolve("large-" + entries.size());
        files.copy(source, copy);
        Sha256 digest = digest(copy);
        long size = Files.size(copy);
        if (held.add(digest)) {
            files.move(copy, target.resolve(digest.hex()));
        } else {
            files.delete(copy);
        }
        return new FileEntry(path, size, mode, digest);
    }

    private static Sha256 digest(Path file) throws IOException {
        MessageDigest digest = Sha256.digest();
        try (InputStream in = new DigestInputStream(open(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return Sha256.finish(digest.digest());
    }

    private static InputStream open(Path file) throws IOException {
        return Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS);
    }
}
