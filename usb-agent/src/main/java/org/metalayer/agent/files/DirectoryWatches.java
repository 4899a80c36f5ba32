package org.metalayer.agent.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The directories that are watched; the kernel watches them one by one, not by tree. */
final class DirectoryWatches {

    private final WatchService service;
    private final Map<WatchKey, Path> watched = new HashMap<>();

    DirectoryWatches(WatchService service) {
        this.service = service;
    }

    /**
     * Watches one directory whose events the caller tells from all others by the key.
     *
     * @throws IOException when there is no such directory, or the kernel watches no more for us
     */
    WatchKey watch(Path directory) throws IOException {
        return directory.register(
                service,
                StandardWatchEventKinds.ENTRY_CREATE,
                StandardWatchEventKinds.ENTRY_DELETE,
                StandardWatchEventKinds.ENTRY_MODIFY);
    }

    /**
     * Watches {@code root} and every directory below, where it is one. Each is watched before it is
     * listed, so one that is made meanwhile is either listed or sends an event.
     */
    void watchTree(Path root) throws IOException {
        if (!Files.isDirectory(root, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try {
            watched.put(watch(root), root);
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(root)) {
                for (Path entry : entries) {
                    if (!isPassedOver(entry)) {
                        watchTree(entry);
                    }
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        } catch (NoSuchFileException | NotDirectoryException | AccessDeniedException e) {
            // Gone again, or closed to us: a scan will say so, and there is nothing to watch.
        }
    }

    /** Watches {@code root} and what was below it no more. */
    void forgetTree(Path root) {
        watched.entrySet()
                .removeIf(entry -> {
                    boolean below = entry.getValue().startsWith(root);
                    if (below) {
                        entry.getKey().cancel();
                    }
                    return below;
                });
    }

    void forget(WatchKey key) {
        watched.remove(key);
    }

    /** Where the directory of this key was found; empty when it is watched no more. */
    Optional<Path> pathOf(WatchKey key) {
        return Optional.ofNullable(watched.get(key));
    }

    private static boolean isPassedOver(Path entry) {
        return entry.getFileName().toString().startsWith(".");
    }
}
