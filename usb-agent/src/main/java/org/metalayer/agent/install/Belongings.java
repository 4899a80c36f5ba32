package org.metalayer.agent.install;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.metalayer.agent.files.DurableFiles;
import org.metalayer.agent.files.RawPath;
import org.metalayer.agent.files.Tree;
import org.metalayer.protocol.FileEntry;
import org.metalayer.protocol.RelativePath;

/**
 * Looks after what is the owner's in a tree that is replaced and that no release can hold: links,
 * dot-directories, editors' leftovers, and files changed in the very moment of the exchange.
 */
final class Belongings {

    private final Workbench bench;

    Belongings(Workbench bench) {
        this.bench = bench;
    }

    /** Moves them to the same place in the new tree, or aside where that is taken. */
    void carryOver(Installation at, Tree replaced, Path from, Path to, Plan plan)
            throws IOException {
        for (Path entry : new Unmovables(replaced).in(from)) {
            Path place = from.relativize(entry);
            if (!moved(entry, to.resolve(place))) {
                moveAside(at, entry, place);
            }
        }
        saveLateChanges(at, replaced, from, plan);
    }

    /** Copies regular files to where the owner finds them again; durable when it returns. */
    void saveCopies(Installation at, Path from, List<RelativePath> paths) throws IOException {
        Path kept = bench.kept(at);
        for (RelativePath path : paths) {
            Path copy = RawPath.resolve(kept, path);
            files().createDirectories(copy.resolveSibling(""));
            // One that is there already may have been cut short by a power cut.
            files().unsynced().delete(copy);
            files().unsynced().copy(RawPath.resolve(from, path), copy);
        }
        if (!paths.isEmpty()) {
            files().syncTree(kept);
            bench.log()
                    .accept(
                            "%s: copies of %s of your files are in %s"
                                    .formatted(at.component(), paths.size(), kept));
        }
    }

    private void saveLateChanges(Installation at, Tree replaced, Path from, Plan plan)
            throws IOException {
        List<RelativePath> late =
                replaced.files().entrySet().stream()
                        .filter(now -> !now.getValue().equals(planned(plan, now)))
                        .map(Map.Entry::getKey)
                        .toList();
        saveCopies(at, from, late);
    }

    private static @Nullable FileEntry planned(Plan plan, Map.Entry<RelativePath, FileEntry> now) {
        return plan.found().files().get(now.getKey());
    }

    private boolean moved(Path source, Path target) throws IOException {
        try {
            Path parent = target.resolveSibling("");
            if (Files.isDirectory(parent) || Files.notExists(parent)) {
                files().createDirectories(parent);
                bench.renames().renameToNew(source, target);
                return true;
            }
            return false;
        } catch (FileAlreadyExistsException e) {
            return false;
        }
    }

    private void moveAside(Installation at, Path source, Path place) throws IOException {
        Path aside = bench.kept(at).resolve(place);
        files().createDirectories(aside.resolveSibling(""));
        bench.renames().renameToNew(source, aside);
        bench.log()
                .accept(
                        "%s: %s is in the way of the release, it is now %s"
                                .formatted(at.component(), place, aside));
    }

    private DurableFiles files() {
        return bench.files();
    }
}
