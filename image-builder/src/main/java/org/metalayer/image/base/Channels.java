package org.metalayer.image.base;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;
import org.metalayer.protocol.Sha256;

/** Reads and writes that do not stop half way. */
public final class Channels {

    /** Of what is read and written in one piece, in bytes; a multiple of every disk's sector. */
    public static final int PIECE = 1 << 20;

    private Channels() {}

    /**
     * Fills {@code into} from {@code position} on and turns it round for reading.
     *
     * @throws EOFException when the file ends before
     */
    public static void read(FileChannel from, long position, ByteBuffer into) throws IOException {
        while (into.hasRemaining()) {
            if (from.read(into, position + into.position()) < 0) {
                throw new EOFException("the end came after %s bytes".formatted(from.size()));
            }
        }
        into.flip();
    }

    /** Writes all of {@code bytes} to {@code position}. */
    public static void write(FileChannel to, long position, ByteBuffer bytes) throws IOException {
        long offset = position - bytes.position();
        while (bytes.hasRemaining()) {
            to.write(bytes, offset + bytes.position());
        }
    }

    /** The digest of {@code length} bytes from {@code start} on. */
    public static Sha256 digest(FileChannel file, long start, long length, Progress progress)
            throws IOException {
        MessageDigest digest = Sha256.digest();
        ByteBuffer piece = ByteBuffer.allocate(PIECE);
        for (long done = 0; done < length; done += piece.limit()) {
            piece.clear().limit((int) Math.min(PIECE, length - done));
            read(file, start + done, piece);
            digest.update(piece.duplicate());
            progress.advance(piece.limit());
        }
        return Sha256.finish(digest.digest());
    }
}
