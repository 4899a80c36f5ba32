package org.metalayer.server.catalog.artifact;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.metalayer.protocol.Sha256;
import org.metalayer.server.platform.DiskSpace;
import org.metalayer.server.platform.ProblemType;

/**
 * A resumable upload (docs/protocol.md §5). The length of the partial file is the offset, so that
 * nothing else has to be kept in step with it; its bytes are read again from disk before they are
 * believed.
 */
public final class ArtifactUpload {

    public static final ProblemType WRONG_OFFSET =
            new ProblemType("wrong-offset", "The upload continues elsewhere", 409);
    public static final ProblemType DIGEST_MISMATCH =
            new ProblemType("digest-mismatch", "The bytes are not what their name says", 422);
    public static final ProblemType WRONG_SIZE =
            new ProblemType("wrong-size", "The bytes do not have the declared size", 422);

    private static final int BUFFER = 1 << 16;

    private final ArtifactFiles files;
    private final ArtifactQueries repository;
    private final ArtifactPlacement placement;
    private final DiskSpace space;
    private final Path partial;
    private final Sha256 digest;
    private final Set<Long> sizes;
    private final long most;

    ArtifactUpload(
            ArtifactFiles files,
            ArtifactQueries repository,
            ArtifactPlacement placement,
            DiskSpace space,
            UUID owner,
            Sha256 digest,
            Set<Long> sizes) {
        this.files = files;
        this.repository = repository;
        this.placement = placement;
        this.space = space;
        this.partial = files.partial(owner, digest);
        this.digest = digest;
        this.sizes = sizes;
        this.most = Collections.max(sizes);
    }

    /** How many bytes the artifact has, once it is whole, checked and vouched for. */
    public Optional<Long> stored() {
        return Optional.ofNullable(repository.sizes(List.of(digest)).get(digest));
    }

    /** How many bytes of what is not stored yet are safely here; all of them may be. */
    public long offset() {
        try {
            return Files.exists(partial) ? forced() : placed();
        } catch (IOException e) {
            throw space.explain(e);
        }
    }

    private long placed() throws IOException {
        for (long size : sizes) {
            if (files.isInPlace(digest, size)) {
                return size;
            }
        }
        return 0;
    }

    private long forced() throws IOException {
        try (FileChannel channel = FileChannel.open(partial, WRITE)) {
            channel.force(true);
            return begun(channel);
        }
    }

    /** What is here to go on from: nothing, where the report that declared so much has ended. */
    private long begun(FileChannel channel) throws IOException {
        long size = channel.size();
        return size > most ? 0 : size;
    }

    /**
     * Appends a part at {@code offset}, and stores the artifact when it was the last one. Where
     * storing failed, an empty part after the last byte tries it again, wherever the bytes are.
     */
    public long append(long offset, InputStream part) {
        try {
            if (sizes.contains(offset)
                    && !Files.exists(partial)
                    && files.isInPlace(digest, offset)) {
                placement.vouch(files, digest, offset);
                return offset;
            }
            return writeLocked(offset, part);
        } catch (IOException e) {
            throw space.explain(e);
        }
    }

    private long writeLocked(long offset, InputStream part) throws IOException {
        try (FileChannel channel = FileChannel.open(partial, CREATE, WRITE);
                FileLock _ = lock(channel)) {
            long reached = write(channel, offset, part);
            if (sizes.contains(reached)) {
                finish(reached, reached == most || reached == offset);
            }
            return reached;
        }
    }

    private long write(FileChannel channel, long offset, InputStream part) throws IOException {
        long at = begun(channel);
        if (offset != at) {
            throw WRONG_OFFSET
                    .because("%d bytes are here: go on from there".formatted(at))
                    .with("offset", at)
                    .header("Upload-Offset", Long.toString(at));
        }
        space.require(Math.min(most - at, 16 << 20));
        if (at == 0) {
            files.durable().force(List.of(files.partials()));
        }
        channel.truncate(at).position(at);
        byte[] buffer = new byte[BUFFER];
        try {
            for (int read = part.read(buffer); read >= 0; read = part.read(buffer)) {
                if (channel.position() + read > most) {
                    channel.truncate(at);
                    throw WRONG_SIZE.because(
                            "the report declares %d bytes and more came; the part was dropped"
                                    .formatted(most));
                }
                ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, read);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
            }
        } finally {
            // Also where the connection broke: what came is kept, and the sender asks how far it
            // got.
            channel.force(true);
        }
        return channel.position();
    }

    /**
     * Where the bytes are not yet what they should be, a longer file may still be declared.
     *
     * @param ended whether no more can come, or the sender has no more: its part was empty
     */
    private void finish(long reached, boolean ended) throws IOException {
        Sha256 actual = ArtifactFiles.digest(partial);
        if (actual.equals(digest)) {
            vouch(reached);
        } else if (ended) {
            Files.delete(partial);
            throw DIGEST_MISMATCH.because(
                    "the file announced as %s is %s; it was dropped, send it again from the start"
                            .formatted(digest, actual));
        }
    }

    private void vouch(long size) throws IOException {
        placement.store(
                files, List.of(new ArtifactFiles.Staged(digest, partial)), Map.of(digest, size));
    }

    private static FileLock lock(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return lock;
            }
        } catch (OverlappingFileLockException sameProcess) {
            // Answered below, like a lock that another process holds.
        }
        throw ProblemType.TOO_MANY_REQUESTS
                .because(
                        "another transfer of this file is still running: ask for its offset and go"
                                + " on")
                .header("Retry-After", "1");
    }
}
