package org.metalayer.agent.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.metalayer.protocol.FileEntry;
import org.metalayer.protocol.FileMode;
import org.metalayer.protocol.PathObjection;
import org.metalayer.protocol.RelativePath;
import org.metalayer.protocol.Sha256;

/** One walk through a component, collecting what it holds. */
final class TreeWalk {

    private static final int ATTEMPTS = 3;

    private final FileIndex known;
    private final Instant begun;
    private final FileHasher hasher = new FileHasher();
    private final SortedMap<RelativePath, FileEntry> files = new TreeMap<>();
    private final SortedMap<RelativePath, FileIndex.Known> indexed = new TreeMap<>();
    private final List<RefusedEntry> refused = new ArrayList<>();
    private final List<String> ignored = new ArrayList<>();

    TreeWalk(FileIndex known, Instant begun) {
        this.known = known;
        this.begun = begun;
    }

    /** Walks an open directory; {@code prefix} is its path in the component, ending in a slash. */
    void enter(OpenDirectory directory, Path at, String prefix) throws IOException {
        for (Path name : directory.names()) {
            Path file = at.resolve(name);
            Optional<String> text = RawPath.fileName(file);
            if (text.isPresent()) {
                visitOrRefuse(directory, file, prefix + text.get());
            } else {
                refuse(prefix + name, "has a name that is not UTF-8: rename it");
            }
        }
    }

    Scan finish() {
        PathClaims claims = new PathClaims(files.keySet());
        for (RelativePath path : List.copyOf(files.keySet())) {
            Optional<String> clash = claims.clashWith(path);
            if (clash.isPresent()) {
                refuse(path.value(), clash.get() + ": rename one of them");
                files.remove(path);
            }
        }
        refused.sort(Comparator.comparing(RefusedEntry::path));
        ignored.sort(Comparator.naturalOrder());
        return new Scan(new Tree(files, refused, ignored), new FileIndex(begun, indexed));
    }

    private void visitOrRefuse(OpenDirectory directory, Path file, String path) throws IOException {
        try {
            visit(directory, file, path);
        } catch (NoSuchFileException e) {
            // Removed while we looked: no different from removed before.
        } catch (AccessDeniedException e) {
            refuse(path, "cannot be read: let the agent's account read it");
        } catch (FileSystemException e) {
            refuse(path, "cannot be read: " + e.getReason());
        }
    }

    private void visit(OpenDirectory directory, Path file, String path) throws IOException {
        FileStamp stamp = FileStamp.of(file);
        boolean isDirectory = stamp.kind() == FileKind.DIRECTORY;
        String name = path.substring(path.lastIndexOf('/') + 1);
        if (isDirectory ? name.startsWith(".") : RelativePath.isLeftover(name)) {
            ignored.add(path);
            return;
        }
        Optional<PathObjection> objection = RelativePath.objectionTo(path);
        if (objection.isPresent()) {
            refuse(path, objection.get().because());
        } else if (isDirectory) {
            try (OpenDirectory inner = directory.enter(file.getFileName())) {
                enter(inner, file, path + "/");
            }
        } else if (stamp.kind() != FileKind.REGULAR) {
            refuse(path, stamp.kind().objection());
        } else if (stamp.size() > FileEntry.MAX_SIZE) {
            refuse(
                    path,
                    String.format(Locale.ROOT, "is larger than %,d bytes", FileEntry.MAX_SIZE));
        } else {
            add(directory, file, new RelativePath(path), stamp);
        }
    }

    private void add(OpenDirectory directory, Path file, RelativePath path, FileStamp first)
            throws IOException {
        FileStamp stamp = first;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<Sha256> reused = known.lookUp(path, stamp);
            Sha256 sha256 =
                    reused.isPresent()
                            ? reused.get()
                            : hasher.hash(directory, file.getFileName(), stamp.size());
            FileStamp after = reused.isPresent() ? stamp : FileStamp.of(file);
            if (after.equals(stamp)) {
                FileMode mode = stamp.isExecutable() ? FileMode.EXECUTABLE : FileMode.PLAIN;
                files.put(path, new FileEntry(path, stamp.size(), mode, sha256));
                indexed.put(path, new FileIndex.Known(stamp, sha256));
                return;
            }
            stamp = after;
        }
        refuse(path.value(), "keeps changing while it is read: finish writing it first");
    }

    private void refuse(String path, String reason) {
        refused.add(new RefusedEntry(path, reason));
    }
}
