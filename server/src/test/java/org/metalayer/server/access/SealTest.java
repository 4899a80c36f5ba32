package org.metalayer.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metalayer.server.platform.DataDirectory;
import org.metalayer.server.testing.LogRecords;

/** A key that is lost is made anew, and whoever runs the Main System reads what that means. */
class SealTest {

    private static final String WHAT_IT_MEANS = "they log in again";

    @TempDir private Path directory;

    @Test
    void aFirstStartHasLostNothing() {
        try (LogRecords records = LogRecords.of(Seal.class)) {
            Seal seal = start();

            assertThat(open(seal, "one").open(open(seal, "one").seal("text"))).contains("text");
            assertThat(open(seal, "other").seal("text")).isNotEmpty();

            assertThat(records.isEmpty()).isTrue();
        }
    }

    @Test
    void aLostKeyIsMadeAnewWithAWord() throws Exception {
        Seal first = start();
        String sealed = open(first, "one").seal("text");
        open(first, "other");
        try (LogRecords records = LogRecords.of(Seal.class)) {
            assertThat(open(start(), "one").open(sealed)).contains("text");
            assertThat(records.isEmpty()).as("the key is there").isTrue();

            Path key = directory.resolve("keys/one.key");
            Files.delete(key);

            assertThat(open(start(), "one").open(sealed)).isEmpty();
            LogRecord told = records.next();
            assertThat(told.getLevel().getName()).isEqualTo("WARN");
            assertThat(told.getMessage() + Arrays.toString(told.getParameters()))
                    .contains(key.toString(), WHAT_IT_MEANS);
        }
    }

    private Seal start() {
        return new Seal(new DataDirectory(directory), new SecureRandom());
    }

    private static Seal.Purpose open(Seal seal, String purpose) {
        return seal.forPurpose(purpose, WHAT_IT_MEANS);
    }
}
