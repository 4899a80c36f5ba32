package org.metalayer.cli.up;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metalayer.cli.platform.DataDirectory;

class OrphanedDatabaseTest {
    @TempDir Path directory;
    private DataDirectory data;
    private Path cluster;

    @BeforeEach
    void create() throws IOException {
        data = new DataDirectory(directory);
        cluster = Files.createDirectories(data.databasePidFile().resolveSibling(""));
    }

    @Test
    void endsTheProcessOfThisCluster() throws IOException {
        Process orphan = sleepIn(cluster);
        Files.writeString(data.databasePidFile(), orphan.pid() + "\n/more\nlines\n");
        OrphanedDatabase.end(data);
        assertThat(orphan.isAlive()).isFalse();
    }

    @Test
    void leavesAloneWhatOnlyHasItsNumber() throws IOException {
        Process stranger = sleepIn(directory);
        try {
            Files.writeString(data.databasePidFile(), stranger.pid() + "\n");
            OrphanedDatabase.end(data);
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void makesNothingOfAMissingOrStrangeFile() throws IOException {
        OrphanedDatabase.end(data);
        for (String content : new String[] {"", "no number\n", "-1\n"}) {
            Files.writeString(data.databasePidFile(), content);
            OrphanedDatabase.end(data);
        }
        assertThat(data.databasePidFile()).exists();
    }

    private static Process sleepIn(Path directory) throws IOException {
        return new ProcessBuilder("sleep", "600").directory(directory.toFile()).start();
    }
}
