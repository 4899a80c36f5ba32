package org.metalayer.server.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShiftedClockTest {

    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

    @TempDir Path directory;

    private Path file = Path.of("offset");
    private InstantSource clock = InstantSource.fixed(NOON);
    private long edits;

    @BeforeEach
    void shifted() {
        file = directory.resolve("offset");
        clock = new ShiftedClock(InstantSource.fixed(NOON), file);
    }

    @Test
    void runsUnshiftedWithoutAFile() {
        assertThat(clock.instant()).isEqualTo(NOON);
    }

    @Test
    void followsTheFileAsItChanges() throws IOException {
        write("P1DT2H\n");
        assertThat(clock.instant()).isEqualTo("2026-06-02T14:00:00Z");
        write("-PT1H");
        assertThat(clock.instant()).isEqualTo("2026-06-01T11:00:00Z");
        Files.delete(file);
        assertThat(clock.instant()).isEqualTo(NOON);
    }

    @Test
    void keepsTheShiftWhenTheFileIsNonsense() throws IOException {
        write("P1D");
        assertThat(clock.instant()).isEqualTo("2026-06-02T12:00:00Z");
        write("tomorrow");
        assertThat(clock.instant()).isEqualTo("2026-06-02T12:00:00Z");
    }

    private void write(String text) throws IOException {
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000 + ++edits));
    }
}
