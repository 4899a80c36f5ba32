package org.metalayer.agent.install;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.metalayer.agent.files.DiskFull;
import org.metalayer.agent.files.DiskSpace;
import org.metalayer.agent.files.DurableFiles;
import org.metalayer.agent.files.EarlySync;
import org.metalayer.agent.files.FileSet;
import org.metalayer.agent.files.Inode;
import org.metalayer.agent.files.RawPath;
import org.metalayer.agent.files.UnsyncedException;
import org.metalayer.protocol.ComponentName;
import org.metalayer.protocol.FileEntry;
import org.metalayer.protocol.FileMode;
import org.metalayer.protocol.RelativePath;
import org.metalayer.protocol.Sha256;

/**
 * Lays out a whole tree beside the one that runs. Every call makes a fresh tree; what earlier,
 * interrupted ones hold is read again and then moved over. Nothing is synced until the tree is
 * complete, and nothing depends on it before.
 */
final class Stager {

    private static final String TREE = "tree-";

    private final Workbench bench;
    private final Downloads downloads;
    private final DiskSpace space;

    Stager(Workbench bench, Downloads downloads, DiskSpace space) {
        this.bench = bench;
        this.downloads = downloads;
        this.space = space;
    }

    /**
     * Lays out {@code target}, makes it durable and reads it back.
     *
     * @param sources trees whose files are copied where their content is wanted; one that turns out
     *     to have changed is fetched instead
     * @param leave to go on, while something is fetched
     * @throws org.metalayer.agent.files.DiskFull before anything is written, when it would not fit
     * @throws UnreliableStorageException when what is read back is not what was written, or could
     *     not be made durable
     */
    Incoming stage(ComponentName component, FileSet target, List<Source> sources, Leave leave)
            throws IOException {
        Path directory = bench.stick().staging(component);
        files().createDirectories(directory);
        List<Path> earlier = earlier(directory);
        List<Source> all = new ArrayList<>();
        for (Path tree : earlier) {
            all.add(Source.spent(tree, bench.scanner().readAll(tree).tree().fileSet()));
        }
        all.addAll(sources);
        space.require(bench.stick().control(), missingBytes(target, all));
        Path tree = directory.resolve(TREE + numberAfter(earlier));
        try {
            layOutWhole(target, all, tree, leave);
        } catch (DiskFull e) {
            // Whoever makes room for one file more would only see the next one fail.
            throw space.lacking(bench.stick().control(), wholeSize(target));
        } catch (UnsyncedException e) {
            files().deleteTree(tree);
            throw new UnreliableStorageException(e);
        }
        for (Path old : earlier) {
            files().deleteTree(old);
        }
        return new Incoming(bench.pathOf(tree), Inode.of(tree).number());
    }

    private void layOutWhole(FileSet target, List<Source> sources, Path tree, Leave leave)
            throws IOException {
        files().createDirectories(tree);
        layOut(target, sources, tree, leave);
        FileSet wrong = readBack(target, tree);
        for (FileEntry file : wrong.entries()) {
            unsynced().delete(RawPath.resolve(tree, file.path()));
        }
        layOut(wrong, List.of(), tree, leave);
        if (!wrong.files().isEmpty() && !readBack(target, tree).files().isEmpty()) {
            throw new UnreliableStorageException();
        }
    }

    private void layOut(FileSet target, List<Source> sources, Path tree, Leave leave)
            throws IOException {
        Map<Sha256, Integer> uses = new HashMap<>();
        target.entries().forEach(file -> uses.merge(file.sha256(), 1, Integer::sum));
        EarlySync device = files().earlySync();
        try {
            for (FileEntry file : target.entries()) {
                Path place = RawPath.resolve(tree, file.path());
                Files.createDirectories(place.resolveSibling(""));
                boolean last = uses.merge(file.sha256(), -1, Integer::sum) == 0;
                put(file, sources, place, last, leave);
                Files.setPosixFilePermissions(
                        place,
                        PosixFilePermissions.fromString(
                                file.mode() == FileMode.EXECUTABLE ? "rwxr-xr-x" : "rw-r--r--"));
                device.begin(place, file.size());
            }
        } finally {
            // What the device could not write goes before whatever else ended this.
            device.close();
        }
        Ownership.of(bench.stick().module()).giveTo(tree);
    }

    private void put(FileEntry file, List<Source> sources, Path place, boolean last, Leave leave)
            throws IOException {
        for (Source source : sources) {
            Optional<Path> found = source.find(file.sha256());
            if (found.isPresent() && taken(found.get(), place, last && !source.isLasting())) {
                return;
            }
        }
        Path fetched = downloads.fetch(file, leave);
        if (last) {
            unsynced().move(fetched, place);
        } else {
            unsynced().copy(fetched, place);
        }
    }

    /** Whether the file was still there: the owner may remove it while we look for it. */
    private boolean taken(Path from, Path to, boolean move) throws IOException {
        try {
            if (move) {
                unsynced().move(from, to);
            } else {
                unsynced().copy(from, to);
            }
            return true;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /** Makes the tree durable and names the files that are not what they must be. */
    private FileSet readBack(FileSet target, Path tree) throws IOException {
        files().syncTree(tree);
        SortedMap<RelativePath, FileEntry> written = bench.scanner().readAll(tree).tree().files();
        SortedMap<RelativePath, FileEntry> wrong = new TreeMap<>(target.files());
        wrong.values().removeIf(file -> file.equals(written.get(file.path())));
        return new FileSet(wrong);
    }

    /** What has to be written anew, less what already lies here and will go away. */
    private long missingBytes(FileSet target, List<Source> sources) throws IOException {
        long bytes = wholeSize(target);
        Set<Sha256> counted = new HashSet<>();
        for (FileEntry file : target.entries()) {
            if (counted.add(file.sha256())) {
                boolean moves =
                        sources.stream()
                                .filter(source -> !source.isLasting())
                                .anyMatch(source -> source.find(file.sha256()).isPresent());
                bytes -= DiskSpace.occupied(moves ? file.size() : downloads.arrived(file));
            }
        }
        return bytes;
    }

    private static long wholeSize(FileSet target) {
        return target.entries().stream().mapToLong(file -> DiskSpace.occupied(file.size())).sum();
    }

    private static List<Path> earlier(Path directory) throws IOException {
        List<Path> trees = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory, TREE + "*")) {
            stream.forEach(trees::add);
        }
        trees.sort(null);
        return trees;
    }

    private static int numberAfter(List<Path> trees) {
        return trees.stream()
                        .map(tree -> String.valueOf(tree.getFileName()).substring(TREE.length()))
                        .mapToInt(Integer::parseInt)
                        .max()
                        .orElse(0)
                + 1;
    }

    private DurableFiles files() {
        return bench.files();
    }

    /** For what is laid out: the tree is synced as a whole before anything depends on it. */
    private DurableFiles unsynced() {
        return bench.files().unsynced();
    }
}
