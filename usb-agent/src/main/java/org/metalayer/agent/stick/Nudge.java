package org.metalayer.agent.stick;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;

/** How one process of a stick wakes the agent that runs: it touches a file that is watched. */
public final class Nudge implements Closeable {

    private final WatchService service;

    private Nudge(WatchService service) {
        this.service = service;
    }

    /** Wakes the agent, if one runs. */
    public static void send(StickDirectory stick) throws IOException {
        Files.createDirectories(stick.wake());
        Files.writeString(stick.wake().resolve("nudge"), "\n");
    }

    /**
     * Calls {@code wake} on a thread of its own after every nudge, until closed.
     *
     * @param wake must return quickly
     */
    public static Nudge listen(StickDirectory stick, Runnable wake) throws IOException {
        Path directory = Files.createDirectories(stick.wake());
        WatchService service = directory.getFileSystem().newWatchService();
        directory.register(
                service,
                StandardWatchEventKinds.ENTRY_CREATE,
                StandardWatchEventKinds.ENTRY_MODIFY);
        Thread.ofPlatform().daemon().name("nudge").start(() -> run(service, wake));
        return new Nudge(service);
    }

    @Override
    public void close() throws IOException {
        service.close();
    }

    private static void run(WatchService service, Runnable wake) {
        try {
            while (true) {
                WatchKey key = service.take();
                key.pollEvents();
                wake.run();
                key.reset();
            }
        } catch (ClosedWatchServiceException | InterruptedException e) {
            // close() ends the listening in this way.
        }
    }
}
