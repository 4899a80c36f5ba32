package org.metalayer.agent.system;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import org.metalayer.protocol.FileEntry;
import org.metalayer.protocol.system.SystemDescriptor;
import org.metalayer.protocol.system.SystemFiles;
import org.metalayer.protocol.system.SystemPart;
import org.metalayer.protocol.system.SystemVersion;

/** A system put together from its pieces while it is read. */
record PieceImage(SystemDescriptor descriptor, SystemFiles files, PieceSource source)
        implements SystemImage {

    @Override
    public SystemVersion version() {
        return descriptor.version();
    }

    @Override
    public RootHash rootHash() {
        return new RootHash(descriptor.digest());
    }

    @Override
    public InputStream open(Slot.Part part) {
        return open(part == Slot.Part.ROOT ? SystemPart.ROOT : SystemPart.VERITY);
    }

    @Override
    public InputStream kernel() {
        return open(SystemPart.KERNEL);
    }

    private InputStream open(SystemPart part) {
        return new Joined(files.pieces(part).iterator(), source);
    }

    /** One piece after the other, each read when its turn comes. */
    private static final class Joined extends InputStream {

        private final Iterator<FileEntry> pieces;
        private final PieceSource source;
        private InputStream now = InputStream.nullInputStream();

        Joined(Iterator<FileEntry> pieces, PieceSource source) {
            this.pieces = pieces;
            this.source = source;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int count = now.read(into, from, length);
            while (count < 0 && pieces.hasNext()) {
                now = new ByteArrayInputStream(source.read(pieces.next()));
                count = now.read(into, from, length);
            }
            return count;
        }
    }
}
