package org.metalayer.agent.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Changes that are on the stick when the method returns, whole or not at all: the content is synced
 * before it gets its name, and then the directory that holds the name.
 */
public final class DurableFiles {

    private static final String TEMPORARY_PREFIX = ".metalayer-";
    private static final String TEMPORARY_SUFFIX = ".tmp";

    private final StorageFaults faults;
    private final boolean synced;
    private final Optional<Ballast> ballast;

    public DurableFiles(StorageFaults faults) {
        this(faults, true, Optional.empty());
    }

    private DurableFiles(StorageFaults faults, boolean synced, Optional<Ballast> ballast) {
        this.faults = faults;
        this.synced = synced;
        this.ballast = ballast;
    }

    /**
     * The same verbs for the agent's own records, where small ones still find room on a full stick.
     *
     * @param file keeps that room; see {@link #keepBallast}
     */
    public DurableFiles withBallast(Path file) {
        return new DurableFiles(faults, synced, Optional.of(new Ballast(file, this)));
    }

    /** Sees to it that there is room for records once the stick is full. */
    public void keepBallast() throws IOException {
        if (ballast.isPresent()) {
            ballast.get().keep();
        }
    }

    /**
     * The same verbs without their syncs, for work in a tree that one {@link #syncTree} makes last
     * before anything depends on it: many times as fast for many small files.
     */
    public DurableFiles unsynced() {
        return new DurableFiles(faults, false, Optional.empty());
    }

    /**
     * Puts {@code content} in the place of {@code file}, which need not exist. Readers see the old
     * or the new content, never a mixture.
     *
     * @throws DiskFull when it does not fit; the old content stays
     */
    public void replace(Path file, byte[] content) throws IOException {
        replace(file, content, "rw-r--r--");
    }

    /** Like {@link #replace}, for secrets: only the agent's own account may read the file. */
    public void replaceSecret(Path file, byte[] content) throws IOException {
        replace(file, content, "rw-------");
    }

    /**
     * Adds {@code record} to the end of {@code file}, which need not exist. When this fails the
     * file is as long as before; after a power cut a part of the record may stand at its end.
     *
     * @throws DiskFull when it does not fit
     */
    public void append(Path file, byte[] record) throws IOException {
        append(file, ByteBuffer.wrap(record));
    }

    /** The same with what {@code record} has left, which is nothing afterwards. */
    public void append(Path file, ByteBuffer record) throws IOException {
        int size = record.remaining();
        boolean created = Files.notExists(file, LinkOption.NOFOLLOW_LINKS);
        faults.before("append");
        try (FileChannel channel =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND,
                        LinkOption.NOFOLLOW_LINKS)) {
            long length = channel.size();
            try {
                writeAndSync(channel, record);
            } catch (IOException e) {
                channel.truncate(length);
                throw DiskFull.explain(e, parent(file), size);
            }
        }
        if (created) {
            syncParents(file);
        }
    }

    /** Makes {@code directory} and those above it that are missing. */
    public void createDirectories(Path directory) throws IOException {
        Deque<Path> missing = new ArrayDeque<>();
        for (Path at = directory.toAbsolutePath(); !Files.isDirectory(at); at = parent(at)) {
            missing.push(at);
        }
        for (Path next : missing) {
            withRoom(1, () -> createDirectory(next));
            syncParents(next);
        }
    }

    private void createDirectory(Path directory) throws IOException {
        try {
            faults.before("create-directory");
            Files.createDirectory(directory);
        } catch (IOException e) {
            throw DiskFull.explain(e, parent(directory), 1);
        }
    }

    /**
     * Copies a regular file to a new name with its content and executable bit. The name itself
     * lasts only once its directory is synced, by {@link #syncTree} for a whole tree at once.
     *
     * @throws DiskFull when it does not fit
     */
    public void copy(Path from, Path to) throws IOException {
        faults.before("copy");
        FileCopy.copy(from, to);
        if (synced) {
            faults.before("sync");
            TreeSync.force(to);
        }
        syncParents(to);
    }

    /**
     * Gives {@code from} the name {@code to} in one step, in the place of a file that has it.
     *
     * @throws java.nio.file.AtomicMoveNotSupportedException across file systems
     */
    public void move(Path from, Path to) throws IOException {
        faults.before("rename");
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        syncParents(from, to);
    }

    /** Removes a file or an empty directory where there is one. */
    public void delete(Path file) throws IOException {
        faults.before("delete");
        if (Files.deleteIfExists(file)) {
            syncParents(file);
        }
    }

    /**
     * Removes {@code root} and all below it where it exists; a symbolic link is removed, never
     * followed.
     */
    public void deleteTree(Path root) throws IOException {
        try {
            new TreeDeletion(faults).delete(root);
        } catch (NoSuchFileException e) {
            return;
        }
        syncParents(root);
    }

    /** For large files of a tree that a {@link #syncTree} makes last. */
    public EarlySync earlySync() {
        return new EarlySync(faults);
    }

    /**
     * Syncs every file and directory of {@code root}, itself included, and nothing else.
     *
     * @throws UnsyncedException when the device could not write all of it
     */
    public void syncTree(Path root) throws IOException {
        new TreeSync(faults).sync(root);
    }

    /** Makes the names in {@code directory} last. */
    public void syncDirectory(Path directory) throws IOException {
        faults.before("sync-directory");
        TreeSync.force(directory);
    }

    /**
     * Removes what writes of processes that are no more have left in {@code directory}, which need
     * not exist. Call it at a start, before anything is written.
     */
    public void deleteTemporaries(Path directory) throws IOException {
        try (var leftovers =
                Files.newDirectoryStream(directory, TEMPORARY_PREFIX + "*" + TEMPORARY_SUFFIX)) {
            for (Path leftover : leftovers) {
                String name = String.valueOf(leftover.getFileName());
                if (Unfinished.isAbandoned(name.substring(TEMPORARY_PREFIX.length()))) {
                    delete(leftover);
                }
            }
        } catch (NoSuchFileException e) {
            return;
        }
    }

    /** Makes these names last, syncing a directory that holds several of them once. */
    void syncParents(Path... names) throws IOException {
        if (synced) {
            for (Path parent : Stream.of(names).map(DurableFiles::parent).distinct().toList()) {
                syncDirectory(parent);
            }
        }
    }

    private void replace(Path file, byte[] content, String permissions) throws IOException {
        withRoom(content.length, () -> put(file, content, permissions));
        syncParents(file);
    }

    private void withRoom(long needed, Ballast.Work work) throws IOException {
        if (ballast.isPresent()) {
            ballast.get().with(needed, work);
        } else {
            work.run();
        }
    }

    private void put(Path file, byte[] content, String permissions) throws IOException {
        Path temporary = temporaryFor(file);
        try {
            faults.before("write");
            try (FileChannel channel = create(temporary, permissions)) {
                writeAndSync(channel, ByteBuffer.wrap(content));
            }
            faults.before("rename");
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            Files.deleteIfExists(temporary);
            throw DiskFull.explain(e, parent(file), content.length);
        }
    }

    private void writeAndSync(FileChannel channel, ByteBuffer rest) throws IOException {
        while (rest.hasRemaining()) {
            channel.write(rest);
        }
        if (synced) {
            faults.before("sync");
            channel.force(false);
        }
    }

    private static FileChannel create(Path file, String permissions) throws IOException {
        FileAttribute<?> mode =
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
        return FileChannel.open(
                file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), mode);
    }

    private static Path temporaryFor(Path file) {
        return file.resolveSibling(TEMPORARY_PREFIX + Unfinished.name() + TEMPORARY_SUFFIX);
    }

    static Path parent(Path path) {
        Path parent = path.toAbsolutePath().getParent();
        return parent == null ? path.toAbsolutePath() : parent;
    }
}
