package org.metalayer.protocol.blob;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.ObjLongConsumer;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.Sha256;

/**
 * Reads a blob pack blob by blob and checks each against its digest, so that nothing wrong leaves
 * this class.
 */
public final class BlobPackReader {
    private final InputStream in;
    private final ObjLongConsumer<Sha256> announced;
    private long read;

    /** Reads whatever comes. */
    public BlobPackReader(InputStream in) {
        this(in, (digest, size) -> {});
    }

    /**
     * @param announced hears digest and size of every blob before its bytes are read, and throws
     *     where they are not wanted
     */
    public BlobPackReader(InputStream in, ObjLongConsumer<Sha256> announced) {
        this.in = in;
        this.announced = announced;
    }

    /** One verified blob; {@code bytes} is read-only and at its start. */
    public record Blob(Sha256 digest, ByteBuffer bytes) {}

    /**
     * The next blob, or empty at the end of the pack.
     *
     * @throws DigestMismatchException when the bytes are not what the digest says
     * @throws MalformedDocumentException when the framing is broken or a limit is passed
     */
    public Optional<Blob> next() throws IOException {
        byte[] frame = in.readNBytes(BlobPack.FRAME_SIZE);
        if (frame.length == 0) {
            return Optional.empty();
        }
        requireWhole(frame.length, BlobPack.FRAME_SIZE);
        byte[] raw = new byte[32];
        ByteBuffer fields = ByteBuffer.wrap(frame).get(raw);
        long size = fields.getLong();
        if (size < 0 || size > BlobPack.MAX_BLOB_SIZE) {
            throw new MalformedDocumentException(
                    "a packed blob has at most %d bytes, this announces %d"
                            .formatted(BlobPack.MAX_BLOB_SIZE, size));
        }
        read += BlobPack.FRAME_SIZE + size;
        if (read > BlobPack.MAX_PACK_SIZE) {
            throw new MalformedDocumentException(
                    "a blob pack has at most %d bytes".formatted(BlobPack.MAX_PACK_SIZE));
        }
        Sha256 digest = Sha256.finish(raw);
        announced.accept(digest, size);
        return Optional.of(
                new Blob(digest, ByteBuffer.wrap(bytes(digest, size)).asReadOnlyBuffer()));
    }

    private byte[] bytes(Sha256 digest, long size) throws IOException {
        byte[] bytes = in.readNBytes((int) size);
        requireWhole(bytes.length, size);
        if (!Sha256.of(bytes).equals(digest)) {
            throw new DigestMismatchException(digest, Sha256.of(bytes));
        }
        return bytes;
    }

    private static void requireWhole(long got, long expected) {
        if (got != expected) {
            throw new MalformedDocumentException("the blob pack ends in the middle of a blob");
        }
    }
}
