package org.metalayer.server.catalog.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileSystemSyncTest {

    private static final String KERNEL = "6.1.0-18-amd64";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir Path directory;

    @Test
    void syncsTheFileSystemOfWhatWasWritten() throws Exception {
        Path file = Files.writeString(directory.resolve("written"), "x");
        assertThat(new FileSystemSync("sync", KERNEL, PATIENCE).sync(file)).isTrue();
    }

    @Test
    void saysNoWhereThereIsNoSuchProgram() throws Exception {
        assertThat(new FileSystemSync("no-such-program-here", KERNEL, PATIENCE).sync(directory))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"5.4.0-200-generic", "4.19.0", "unknown"})
    void isNotReliedOnWhereTheKernelTellsNoErrors(String kernel) throws Exception {
        assertThat(new FileSystemSync("sync", kernel, PATIENCE).sync(directory)).isFalse();
    }

    @Test
    void givesUpOnADeviceThatHasMuchElseToWrite() throws Exception {
        Path program = program("exec sleep 60");
        assertThat(
                        new FileSystemSync(program.toString(), KERNEL, Duration.ofMillis(50))
                                .sync(directory))
                .isFalse();
    }

    /** Whose file it was that could not be written is not known: everyone looks for himself. */
    @Test
    void isNeverReliedOnAgainAfterAnError() throws Exception {
        Path failed = directory.resolve("failed");
        Path program = program("[ -e '%1$s' ] && exit 0\ntouch '%1$s'\nexit 1".formatted(failed));
        FileSystemSync sync = new FileSystemSync(program.toString(), KERNEL, PATIENCE);
        assertThat(sync.sync(directory)).isFalse();
        assertThat(sync.sync(directory)).isFalse();
        assertThat(new FileSystemSync(program.toString(), KERNEL, PATIENCE).sync(directory))
                .isTrue();
    }

    /** The first holds its turn until the others wait; one more does for all of them. */
    @Test
    void isDoneOnceForAllWhoWaitTogether() throws Exception {
        Path calls = directory.resolve("calls");
        Path release = directory.resolve("release");
        Path program =
                program(
                        "echo x >> '%s'\nwhile [ ! -e '%s' ]; do sleep 0.01; done"
                                .formatted(calls, release));
        FileSystemSync sync = new FileSystemSync(program.toString(), KERNEL, PATIENCE);
        try (ExecutorService callers = Executors.newFixedThreadPool(8)) {
            List<Future<Boolean>> answers = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                answers.add(callers.submit(() -> sync.sync(directory)));
            }
            while (sync.waiting() < 7) {
                Thread.onSpinWait();
            }
            Files.createFile(release);
            for (Future<Boolean> answer : answers) {
                assertThat(answer.get()).isTrue();
            }
        }
        assertThat(Files.readAllLines(calls)).hasSize(2);
    }

    private Path program(String script) throws IOException {
        Path program =
                Files.writeString(directory.resolve("sync"), "#!/bin/sh\n%s\n".formatted(script));
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        return program;
    }
}
