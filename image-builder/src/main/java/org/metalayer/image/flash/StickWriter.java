package org.metalayer.image.flash;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.List;
import org.metalayer.image.base.Channels;
import org.metalayer.image.base.ImageException;
import org.metalayer.image.base.Progress;
import org.metalayer.image.base.Zeros;

/**
 * Writes a prepared image to a stick. Where the image is empty the stick is read first, and written
 * only if it is not empty there: reading is several times faster and does not wear it out, and no
 * remains of what was on it before are taken for something.
 */
final class StickWriter {

    /**
     * What may be on its way to the stick, in bytes, so that the progress that is shown is true.
     */
    private static final long UNDER_WAY = 32 << 20;

    private final FileChannel prepared;
    private final FileChannel stick;
    private final Progress progress;
    private final ByteBuffer piece = ByteBuffer.allocateDirect(Channels.PIECE);
    private final ByteBuffer before = ByteBuffer.allocateDirect(Channels.PIECE);
    private long written;

    StickWriter(FileChannel prepared, FileChannel stick, Progress progress) {
        this.prepared = prepared;
        this.stick = stick;
        this.progress = progress;
    }

    /** Makes a disk one without partitions, whatever happens next. */
    void erase(List<Stretch> tables) {
        for (Stretch table : tables) {
            try {
                Channels.write(stick, table.start(), ByteBuffer.allocate((int) table.length()));
            } catch (IOException e) {
                throw broken("at byte " + table.start(), e);
            }
        }
        settle();
    }

    /**
     * Writes, and waits until the stick has everything.
     *
     * @return the bytes that had to be written
     */
    long write(List<Stretch> stretches) throws IOException {
        progress.begin("Writing", Stretch.total(stretches));
        for (Stretch stretch : stretches) {
            for (long at = stretch.start(); at < stretch.end(); at += piece.limit()) {
                piece.clear().limit((int) Math.min(Channels.PIECE, stretch.end() - at));
                Channels.read(prepared, at, piece);
                put(at);
                progress.advance(piece.limit());
            }
        }
        settle();
        progress.end();
        return written;
    }

    private void put(long at) {
        try {
            if (Zeros.fill(piece) && isEmpty(at)) {
                return;
            }
            Channels.write(stick, at, piece.duplicate());
            written += piece.limit();
            if (written % UNDER_WAY < piece.limit()) {
                stick.force(false);
            }
        } catch (IOException e) {
            throw broken("at byte " + at, e);
        }
    }

    private void settle() {
        try {
            stick.force(true);
        } catch (IOException e) {
            throw broken("to the end", e);
        }
    }

    private static ImageException broken(String where, IOException e) {
        return new ImageException(
                "the stick cannot be written %s (%s): it is failing, or was taken out. It does not boot now"
                        .formatted(where, e.getMessage()),
                e);
    }

    private boolean isEmpty(long at) throws IOException {
        before.clear().limit(piece.limit());
        Channels.read(stick, at, before);
        return Zeros.fill(before);
    }
}
