package org.metalayer.server.platform.startup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.metalayer.server.platform.DataDirectory;
import org.metalayer.server.platform.StartupException;

/** Finds what would make the start fail, while it can still be said in one line. */
final class Preflight {

    private static final long MEGABYTE = 1 << 20;

    private Preflight() {}

    /** Checks everything and takes the data directory. */
    static DataDirectoryLock check(StartupSettings settings, DataDirectory data) {
        requireWritable(data);
        try {
            requireHeadroom(data.root(), settings.headroomMegabytes());
            DataDirectoryLock lock = DataDirectoryLock.acquire(data.root());
            try {
                requireFree(settings.host(), settings.port());
                return lock;
            } catch (StartupException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new StartupException(
                    "the data directory %s cannot be used: %s".formatted(data.root(), e), e);
        }
    }

    private static void requireWritable(DataDirectory data) {
        try {
            Files.delete(Files.createTempFile(data.keys(), "writable", ""));
        } catch (IOException | UncheckedIOException e) {
            throw new StartupException(
                    "the data directory %s cannot be written: make it writable for this account, or choose another with METALAYER_DATA"
                            .formatted(data.root()),
                    e);
        }
    }

    private static void requireHeadroom(Path directory, long megabytes) throws IOException {
        long free = Files.getFileStore(directory).getUsableSpace() / MEGABYTE;
        if (free < megabytes) {
            throw new StartupException(
                    "only %d MB are free for the data directory %s and %d MB are needed: free some space, or choose another directory with METALAYER_DATA"
                            .formatted(free, directory, megabytes));
        }
    }

    private static void requireFree(String host, int port) {
        if (port == 0) {
            return;
        }
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(host, port));
        } catch (IOException e) {
            throw new StartupException(
                    "port %d is busy: stop what uses it, or choose another with QUARKUS_HTTP_PORT"
                            .formatted(port),
                    e);
        }
    }
}
