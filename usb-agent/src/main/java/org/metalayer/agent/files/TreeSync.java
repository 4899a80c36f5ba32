package org.metalayer.agent.files;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Syncs a tree file by file: unlike sync(2) it does not wait for what others write to the stick.
 */
final class TreeSync {

    /**
     * Syncs that wait together share one flush of the device: sixteen are forty times as fast as
     * one.
     */
    private static final int WIDTH = 16;

    private final StorageFaults faults;

    TreeSync(StorageFaults faults) {
        this.faults = faults;
    }

    void sync(Path root) throws IOException {
        List<Path> files = new ArrayList<>();
        List<Path> directories = new ArrayList<>();
        Files.walkFileTree(
                root,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(
                            Path directory, BasicFileAttributes attributes) {
                        directories.add(directory);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        if (attributes.isRegularFile()) {
                            files.add(file);
                        }
                        return FileVisitResult.CONTINUE;
                    }
                });
        forceAll(files);
        forceAll(directories.reversed());
    }

    /** Syncs one file or directory. */
    static void force(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private void forceAll(List<Path> paths) throws IOException {
        try (ExecutorService syncs = Executors.newFixedThreadPool(WIDTH)) {
            List<Future<?>> running = new ArrayList<>();
            for (Path path : paths) {
                faults.before("sync");
                running.add(
                        syncs.submit(() -> {
                            force(path);
                            return null;
                        }));
            }
            for (Future<?> sync : running) {
                await(sync);
            }
        }
    }

    static void await(Future<?> sync) throws IOException {
        try {
            sync.get();
        } catch (ExecutionException e) {
            throw new UnsyncedException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted before everything was synced");
        }
    }
}
