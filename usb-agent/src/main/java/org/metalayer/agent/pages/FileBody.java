package org.metalayer.agent.pages;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import org.metalayer.agent.files.TreeFile;
import org.metalayer.agent.http.Body;

/**
 * A part of a file. Its last bytes are sent only when the file is still what it was: whoever reads
 * gets it as it was, or not whole.
 */
record FileBody(TreeFile file, ByteRange range) implements Body {

    private static final int STEP = 32 << 10;

    @Override
    public long length() {
        return range.length();
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        ByteBuffer step = ByteBuffer.allocate((int) Math.min(STEP, range.length()));
        long rest = range.length();
        while (rest > 0) {
            step.clear().limit((int) Math.min(step.capacity(), rest));
            int read = file.read(step, range.from() + range.length() - rest);
            rest -= read;
            if (read <= 0 || (rest == 0 && !file.isUnchanged())) {
                throw new IOException("the file was changed while it was read");
            }
            out.write(step.array(), 0, read);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
