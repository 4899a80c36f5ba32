package org.metalayer.image.base;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;
import org.metalayer.protocol.Sha256;

/**
 * Copies bytes and leaves out those that are zero: an image takes no more room than it has data.
 */
public final class SparseCopy {

    /** Of what is left out in one piece; a multiple of the blocks of file systems. */
    private static final int BLOCK = 64 << 10;

    private SparseCopy() {}

    /**
     * Copies {@code length} bytes from {@code start} of one file to the beginning of another, which
     * has to be empty.
     *
     * @return the digest of what was read
     */
    public static Sha256 copy(
            FileChannel from, long start, long length, FileChannel to, Progress progress)
            throws IOException {
        MessageDigest digest = Sha256.digest();
        ByteBuffer piece = ByteBuffer.allocateDirect(Channels.PIECE);
        for (long done = 0; done < length; done += piece.capacity()) {
            piece.clear().limit((int) Math.min(piece.capacity(), length - done));
            Channels.read(from, start + done, piece);
            digest.update(piece.duplicate());
            writeBlocks(piece, to, done);
            progress.advance(piece.limit());
        }
        setLength(to, length);
        return Sha256.finish(digest.digest());
    }

    /** Makes a file longer, by bytes that read as zero and take no room. */
    public static void setLength(FileChannel file, long length) throws IOException {
        if (file.size() < length) {
            Channels.write(file, length - 1, ByteBuffer.allocate(1));
        }
    }

    private static void writeBlocks(ByteBuffer piece, FileChannel to, long position)
            throws IOException {
        for (int at = 0; at < piece.limit(); at += BLOCK) {
            ByteBuffer block = piece.slice(at, Math.min(BLOCK, piece.limit() - at));
            if (!Zeros.fill(block)) {
                Channels.write(to, position + at, block);
            }
        }
    }
}
