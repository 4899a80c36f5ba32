package org.metalayer.agent.screen;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.metalayer.agent.stick.StickDirectory;

/**
 * Waits for news of a stick without waking up for anything else. The agent replaces its records by
 * renames, so that only names are watched: the log and downloads, which grow, are no news.
 */
final class StickWatch implements Closeable {

    /** How often it is looked whether there is something to watch yet. */
    private static final Duration UNWATCHED = Duration.ofSeconds(5);

    /** One change seldom comes alone. */
    private static final Duration TOGETHER = Duration.ofMillis(500);

    private final List<Path> directories;
    private final WatchService service;
    private final Map<Path, WatchKey> watched = new HashMap<>();

    StickWatch(StickDirectory stick) throws IOException {
        this.directories = List.of(stick.control(), stick.journal());
        this.service = stick.root().getFileSystem().newWatchService();
    }

    /** Returns when something changed, or after {@code longest}. */
    void await(Duration longest) throws InterruptedException {
        watchWhatIsThere();
        Duration pause =
                watched.containsKey(directories.getFirst()) || longest.compareTo(UNWATCHED) < 0
                        ? longest
                        : UNWATCHED;
        WatchKey key = service.poll(pause.toNanos(), TimeUnit.NANOSECONDS);
        if (key != null) {
            Thread.sleep(TOGETHER);
        }
        while (key != null) {
            key.pollEvents();
            if (!key.reset()) {
                watched.values().remove(key);
            }
            key = service.poll();
        }
    }

    @Override
    public void close() throws IOException {
        service.close();
    }

    private void watchWhatIsThere() {
        for (Path directory : directories) {
            if (!watched.containsKey(directory) && Files.isDirectory(directory)) {
                try {
                    watched.put(
                            directory,
                            directory.register(
                                    service,
                                    StandardWatchEventKinds.ENTRY_CREATE,
                                    StandardWatchEventKinds.ENTRY_DELETE));
                } catch (IOException _) {
                    // Gone again, or no watch is left: it is looked at every few seconds.
                    return;
                }
            }
        }
    }
}
