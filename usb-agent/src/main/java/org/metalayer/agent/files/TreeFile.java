package org.metalayer.agent.files;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Optional;
import org.metalayer.protocol.RelativePath;
import org.metalayer.protocol.Sha256;

/**
 * One regular file of a tree, held open and reached through no symbolic link. It stays readable
 * when the tree is exchanged for another one; what is written into it meanwhile is noticed.
 */
public final class TreeFile implements Closeable {

    private static final int ATTEMPTS = 3;

    private final RelativePath path;
    private final OpenDirectory directory;
    private final Path name;
    private final SeekableByteChannel channel;
    private final BasicFileAttributes opened;
    private final FileStamp stamp;

    private TreeFile(
            RelativePath path,
            OpenDirectory directory,
            Path name,
            SeekableByteChannel channel,
            BasicFileAttributes opened,
            FileStamp stamp) {
        this.path = path;
        this.directory = directory;
        this.name = name;
        this.channel = channel;
        this.opened = opened;
        this.stamp = stamp;
    }

    /**
     * Opens the file at {@code path} below {@code root}.
     *
     * @throws NoSuchFileException when there is none, or something else than a regular file
     * @throws FileSystemException when a part of the path is a link or no directory, or when the
     *     file is exchanged again and again
     */
    public static TreeFile open(Path root, RelativePath path) throws IOException {
        Path file = RawPath.resolve(root, path);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            FileStamp stamp = FileStamp.of(file);
            if (stamp.kind() != FileKind.REGULAR) {
                throw new NoSuchFileException(file.toString());
            }
            TreeFile opened = open(root, path, stamp);
            if (stamp.equals(FileStamp.of(file))) {
                return opened;
            }
            opened.close();
        }
        throw new FileSystemException(file.toString(), null, "keeps changing");
    }

    private static TreeFile open(Path root, RelativePath path, FileStamp stamp) throws IOException {
        Path inside = root.relativize(RawPath.resolve(root, path));
        OpenDirectory directory = OpenDirectory.at(root);
        try {
            for (int depth = 0; depth < inside.getNameCount() - 1; depth++) {
                OpenDirectory outer = directory;
                try (outer) {
                    directory = outer.enter(inside.getName(depth));
                }
            }
            Path name = inside.getFileName();
            SeekableByteChannel channel = directory.read(name);
            return new TreeFile(path, directory, name, channel, directory.attributes(name), stamp);
        } catch (IOException e) {
            directory.close();
            throw e;
        }
    }

    /** In bytes, when it was opened. */
    public long size() {
        return stamp.size();
    }

    /**
     * The digest of what is in it.
     *
     * @param known digests that need not be worked out again
     * @return empty when it was changed while it was read
     */
    public Optional<Sha256> digest(FileIndex known) throws IOException {
        Optional<Sha256> remembered = known.lookUp(path, stamp);
        if (remembered.isPresent()) {
            return remembered;
        }
        Sha256 digest = new FileHasher().hash(channel.position(0), size());
        return isUnchanged() ? Optional.of(digest) : Optional.empty();
    }

    /** Reads up to the buffer's limit from {@code position} on; -1 at the end. */
    public int read(ByteBuffer buffer, long position) throws IOException {
        return channel.position(position).read(buffer);
    }

    /** Whether nobody has written into it, or put another one in its place, since it was opened. */
    public boolean isUnchanged() throws IOException {
        BasicFileAttributes now = directory.attributes(name);
        return now.size() == opened.size()
                && now.lastModifiedTime().equals(opened.lastModifiedTime())
                && Objects.equals(now.fileKey(), opened.fileKey());
    }

    @Override
    public void close() throws IOException {
        try (directory) {
            channel.close();
        }
    }
}
