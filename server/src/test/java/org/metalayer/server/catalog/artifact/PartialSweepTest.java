package org.metalayer.server.catalog.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.metalayer.server.testing.TestClock;

@QuarkusTest
class PartialSweepTest {

    @Inject ArtifactStore store;
    @Inject PartialSweep sweep;

    @AfterEach
    void back() {
        TestClock.reset();
    }

    @Test
    void onlyWhatNobodyWentOnWithForAWeekIsDropped() throws IOException {
        Path partial = Files.writeString(store.partials().resolve("somebody.digest"), "half");

        TestClock.shift(Duration.ofDays(6));
        sweep.sweep();
        assertThat(partial).exists();

        TestClock.shift(Duration.ofDays(8));
        sweep.sweep();
        assertThat(partial).doesNotExist();
    }

    @Test
    void beforeTheFirstUploadThereIsNothingToDrop() throws IOException {
        Path aside = store.partials().resolveSibling("aside");
        Files.move(store.partials(), aside);
        try {
            assertThatCode(sweep::sweep).doesNotThrowAnyException();
        } finally {
            Files.move(aside, store.partials());
        }
    }
}
