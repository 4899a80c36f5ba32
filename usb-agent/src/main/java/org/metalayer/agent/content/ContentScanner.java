package org.metalayer.agent.content;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.metalayer.agent.files.DurableFiles;
import org.metalayer.agent.files.FileIndex;
import org.metalayer.agent.files.FileIndexStore;
import org.metalayer.agent.files.Scan;
import org.metalayer.agent.files.Tree;
import org.metalayer.agent.files.TreeScan;
import org.metalayer.agent.stick.StickDirectory;
import org.metalayer.protocol.ComponentName;
import org.metalayer.protocol.FileManifest;

/** Scans component directories, reading again only what changed since the last scan. */
public final class ContentScanner {

    private final StickDirectory stick;
    private final DurableFiles files;
    private final TreeScan scan = new TreeScan(InstantSource.system());
    private final Map<ComponentName, Scan> latest = new ConcurrentHashMap<>();

    public ContentScanner(StickDirectory stick, DurableFiles files) {
        this.stick = stick;
        this.files = files;
    }

    /** What is in the component's directory now; nothing where there is no directory. */
    public Tree scan(ComponentName component) throws IOException {
        try {
            Scan now = scan.scan(stick.content(component), known(component));
            remember(component, now);
            return now.tree();
        } catch (NoSuchFileException e) {
            return Tree.of(FileManifest.EMPTY);
        }
    }

    /** The same without remembering it: for whoever only looks, beside the one that works. */
    public Tree look(ComponentName component) throws IOException {
        try {
            return scan.scan(stick.content(component), known(component)).tree();
        } catch (NoSuchFileException e) {
            return Tree.of(FileManifest.EMPTY);
        }
    }

    /** What is in a directory that was the component's until just now. */
    public Tree scanReplaced(ComponentName component, Path directory) throws IOException {
        return scan.scan(directory, known(component)).tree();
    }

    /** What is in a directory, every file read from the stick again. */
    public Scan readAll(Path directory) throws IOException {
        return scan.scan(directory, FileIndex.EMPTY);
    }

    /** Takes a scan of a directory that has become the component's. */
    public void remember(ComponentName component, Scan now) {
        Scan before = latest.put(component, now);
        if (before == null || !before.tree().equals(now.tree())) {
            save(component, now.index());
        }
    }

    /** Digests that the last scan worked out. */
    public FileIndex known(ComponentName component) throws IOException {
        Scan before = latest.get(component);
        return before == null ? store(component).load() : before.index();
    }

    private void save(ComponentName component, FileIndex index) {
        try {
            files.createDirectories(stick.index(component).resolveSibling(""));
            store(component).save(index);
        } catch (IOException _) {
            // Only a cache: on a full or read-only stick the next start reads the files again.
        }
    }

    private FileIndexStore store(ComponentName component) {
        return new FileIndexStore(stick.index(component), files);
    }
}
