package org.metalayer.cli.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreflightTest {
    @TempDir Path directory;

    @Test
    void makesADirectoryForThisAccountOnly() throws IOException {
        Path data = directory.resolve("a/data");
        Preflight.requireUsable(data);
        assertThat(data).isEmptyDirectory();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data)))
                .isEqualTo("rwx------");
    }

    @Test
    void refusesAFileAndWhatTheKernelOwns() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "");
        for (Path data : new Path[] {file, file.resolve("below"), Path.of("/proc/data")}) {
            assertThatThrownBy(() -> Preflight.requireUsable(data))
                    .hasMessageStartingWith(
                            "the data directory %s cannot be used (".formatted(data))
                    .hasMessageEndingWith("choose another with --data DIR");
        }
    }

    @Test
    void refusesABusyPort() throws IOException {
        try (ServerSocket busy = new ServerSocket(0)) {
            assertThatThrownBy(() -> Preflight.requirePort(busy.getLocalPort()))
                    .hasMessageStartingWith("port %d cannot be used".formatted(busy.getLocalPort()))
                    .hasMessageContaining("--port N");
        }
    }

    @Test
    void findsAFreePort() {
        assertThat(Preflight.requirePort(0)).isBetween(1024, 65535);
    }
}
