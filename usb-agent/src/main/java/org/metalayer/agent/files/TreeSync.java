package org.metalayer.agent.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/**
 * Syncs a tree file by file: unlike sync(2) it does not wait for what others write to the stick.
 */
final class TreeSync extends SimpleFileVisitor<Path> {

    private final StorageFaults faults;

    TreeSync(StorageFaults faults) {
        this.faults = faults;
    }

    void sync(Path root) throws IOException {
        Files.walkFileTree(root, this);
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        if (attributes.isRegularFile()) {
            force(file);
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
            throws IOException {
        if (failure != null) {
            throw failure;
        }
        force(directory);
        return FileVisitResult.CONTINUE;
    }

    private void force(Path file) throws IOException {
        faults.before("sync");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
