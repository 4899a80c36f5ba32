package org.metalayer.agent.files;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;

/** Finds out what is in a component's directory, without following symbolic links. */
public final class TreeScan {

    private final InstantSource fileClock;

    /**
     * @param fileClock the clock that stamps files: the computer's own, also where the agent is
     *     given another one
     */
    public TreeScan(InstantSource fileClock) {
        this.fileClock = fileClock;
    }

    /**
     * Scans {@code root}, reading only files that are not as {@code known} remembers them.
     *
     * @throws java.nio.file.NoSuchFileException when there is no such directory
     * @throws java.nio.file.FileSystemException when {@code root} is no directory, or a link to one
     */
    public Scan scan(Path root, FileIndex known) throws IOException {
        TreeWalk walk = new TreeWalk(known, fileClock.instant());
        try (OpenDirectory directory = OpenDirectory.at(root)) {
            walk.enter(directory, root, "");
        }
        return walk.finish();
    }
}
