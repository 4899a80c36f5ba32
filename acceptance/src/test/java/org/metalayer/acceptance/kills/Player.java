package org.metalayer.acceptance.kills;

import java.io.IOException;
import java.nio.file.Path;
import java.util.SortedMap;
import org.metalayer.acceptance.harness.Fleet;
import org.metalayer.acceptance.harness.Owner;
import org.metalayer.acceptance.harness.Programs;
import org.metalayer.acceptance.harness.Rollout;
import org.metalayer.acceptance.harness.Trees;

/** The two releases of the music player between which the agent dies. */
enum Player {
    OLD("music-player", 1),
    NEW("music-player-playlist", 2);

    static final String COMPONENT = "music-player";

    static final String CHANGED_BY_NEW = "style.css";

    private final Path example;
    private final int version;

    Player(String example, int version) {
        this.example = Programs.example(example);
        this.version = version;
    }

    SortedMap<String, String> contents() throws IOException {
        return Trees.contents(example);
    }

    /** Has it made by the first stick and rolled out as a fix. */
    Rollout release(Fleet fleet) throws IOException, InterruptedException {
        Owner maker = new Owner(fleet.stick(1));
        maker.puts(example, COMPONENT);
        maker.reports(COMPONENT, "bugfix", "Version " + version);
        return Rollout.of(fleet.operator(), COMPONENT, version);
    }
}
