package org.metalayer.agent.files;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A directory held open, whose entries are reached through it and never through a symbolic link:
 * whoever swaps a directory for a link while we walk leads us nowhere.
 */
final class OpenDirectory implements Closeable {

    private final SecureDirectoryStream<Path> stream;

    private OpenDirectory(SecureDirectoryStream<Path> stream) {
        this.stream = stream;
    }

    /** Opens {@code directory}; its parents may be links, it may not. */
    static OpenDirectory at(Path directory) throws IOException {
        Path absolute = directory.toAbsolutePath();
        Path name = absolute.getFileName();
        try (OpenDirectory parent = following(DurableFiles.parent(absolute))) {
            return name == null ? following(absolute) : parent.enter(name);
        }
    }

    /** Opens {@code directory}, or what it points to where it is a link. */
    @SuppressWarnings("StreamResourceLeak") // The new owner closes it.
    static OpenDirectory following(Path directory) throws IOException {
        DirectoryStream<Path> opened = Files.newDirectoryStream(directory);
        if (opened instanceof SecureDirectoryStream<Path> secure) {
            return new OpenDirectory(secure);
        }
        opened.close();
        throw new IOException(
                "this system cannot open files relative to a directory: run on Linux");
    }

    /** The names in this directory, in no order. */
    List<Path> names() throws IOException {
        List<Path> names = new ArrayList<>();
        try {
            stream.forEach(entry -> names.add(entry.getFileName()));
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return names;
    }

    OpenDirectory enter(Path name) throws IOException {
        return new OpenDirectory(stream.newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS));
    }

    SeekableByteChannel read(Path name) throws IOException {
        return stream.newByteChannel(
                name, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
    }

    BasicFileAttributes attributes(Path name) throws IOException {
        return stream.getFileAttributeView(
                        name, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                .readAttributes();
    }

    void deleteFile(Path name) throws IOException {
        stream.deleteFile(name);
    }

    void deleteDirectory(Path name) throws IOException {
        stream.deleteDirectory(name);
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
