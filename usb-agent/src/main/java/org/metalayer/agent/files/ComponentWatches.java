package org.metalayer.agent.files;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.LinkedHashSet;
import java.util.Set;
import org.metalayer.protocol.RelativePath;

/** Turns the kernel's events into hints, and keeps the watches where the directories are. */
final class ComponentWatches {

    private final Path modules;
    private final WatchKey parent;
    private final DirectoryWatches directories;

    /**
     * @param start gets a doubt where the kernel lets us watch only a part
     */
    ComponentWatches(WatchService service, Path modules, Hints start) throws IOException {
        this.modules = modules;
        this.directories = new DirectoryWatches(service);
        // A directory that is exchanged for another sends no event itself: its parent does.
        this.parent = directories.watch(DurableFiles.parent(modules));
        directories.watch(modules);
        refresh(modules, start);
    }

    void collect(WatchKey key, Hints hints) {
        if (key.equals(parent)) {
            collectOfParent(key, hints);
        } else {
            directories.pathOf(key).ifPresent(at -> collectOf(at, key, hints));
        }
        if (!key.reset()) {
            directories.forget(key);
        }
    }

    private void collectOfParent(WatchKey key, Hints hints) {
        boolean replaced = false;
        for (WatchEvent<?> event : key.pollEvents()) {
            boolean ours = modules.getFileName().equals(event.context());
            replaced |= isOverflow(event) || (ours && isOfNames(event));
        }
        if (replaced) {
            refreshAll("the directory of all components may have been replaced", hints);
        }
    }

    private void collectOf(Path at, WatchKey key, Hints hints) {
        Set<Path> replaced = new LinkedHashSet<>();
        for (WatchEvent<?> event : key.pollEvents()) {
            if (isOverflow(event)) {
                refreshAll("the kernel dropped events", hints);
                return;
            }
            if (event.context() instanceof Path name) {
                Path entry = at.resolve(name);
                addHint(entry, hints);
                if (isOfNames(event)) {
                    replaced.add(entry);
                }
            }
        }
        replaced.forEach(entry -> refresh(entry, hints));
    }

    private void refreshAll(String doubt, Hints hints) {
        hints.addDoubt(doubt);
        refresh(modules, hints);
    }

    private static boolean isOverflow(WatchEvent<?> event) {
        return event.kind().equals(StandardWatchEventKinds.OVERFLOW);
    }

    /** Whether something got or lost a name, so that another directory may stand behind it. */
    private static boolean isOfNames(WatchEvent<?> event) {
        return event.kind().equals(StandardWatchEventKinds.ENTRY_CREATE)
                || event.kind().equals(StandardWatchEventKinds.ENTRY_DELETE);
    }

    private void addHint(Path entry, Hints hints) {
        String component = modules.relativize(entry).getName(0).toString();
        if (!component.startsWith(".")
                && !RelativePath.isLeftover(entry.getFileName().toString())) {
            hints.add(component);
        }
    }

    private void refresh(Path directory, Hints hints) {
        directories.forgetTree(directory);
        try {
            directories.watchTree(directory);
        } catch (IOException e) {
            hints.addDoubt("not everything can be watched: " + e.getMessage());
        }
    }
}
