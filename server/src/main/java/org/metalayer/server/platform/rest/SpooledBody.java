package org.metalayer.server.platform.rest;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.UUID;

/**
 * A body that lies on disk until somebody has time for it. Its file loses its name as soon as it is
 * open: nothing of it outlives this object, or the process.
 */
record SpooledBody(FileChannel file) implements Closeable {

    /** Takes all of {@code body}, however long it takes to come. */
    static SpooledBody receive(InputStream body, Path directory) throws IOException {
        SpooledBody spooled =
                new SpooledBody(
                        FileChannel.open(
                                directory.resolve(UUID.randomUUID().toString()),
                                Set.of(
                                        StandardOpenOption.CREATE_NEW,
                                        StandardOpenOption.READ,
                                        StandardOpenOption.WRITE,
                                        StandardOpenOption.DELETE_ON_CLOSE)));
        try {
            body.transferTo(Channels.newOutputStream(spooled.file));
            return spooled;
        } catch (IOException | RuntimeException e) {
            spooled.close();
            throw e;
        }
    }

    byte[] bytes() throws IOException {
        ByteBuffer whole = ByteBuffer.allocate(Math.toIntExact(file.size()));
        while (whole.hasRemaining() && file.read(whole, whole.position()) >= 0) {
            // A read may bring less than all.
        }
        return whole.array();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
