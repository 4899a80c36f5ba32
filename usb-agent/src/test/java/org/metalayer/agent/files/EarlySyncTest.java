package org.metalayer.agent.files;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EarlySyncTest {

    @TempDir Path directory;

    @Test
    void leavesWhatCannotBeSyncedToTheSyncThatCounts() throws Exception {
        Path vanished = directory.resolve("vanished");
        Path there = Files.write(directory.resolve("there"), new byte[2 << 20]);
        assertThatCode(
                        () -> {
                            try (EarlySync device = new EarlySync()) {
                                device.begin(vanished, 2 << 20);
                                device.begin(there, 2 << 20);
                            }
                        })
                .doesNotThrowAnyException();
    }
}
