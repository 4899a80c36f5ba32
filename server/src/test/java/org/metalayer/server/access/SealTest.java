package org.metalayer.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.logging.Level;
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
    void aLostKeyIsMadeAnewWithAWord() throws Exception {
        Path key = directory.resolve("keys/some-purpose.key");
        try (LogRecords records = LogRecords.of(Seal.class)) {
            String sealed = seal().seal("text");
            assertThat(records.next().getLevel()).isEqualTo(Level.INFO);
            assertThat(seal().open(sealed)).contains("text");
            assertThat(records.isEmpty()).as("the key is there").isTrue();

            Files.delete(key);

            assertThat(seal().open(sealed)).isEmpty();
            LogRecord told = records.next();
            assertThat(told.getLevel()).isEqualTo(Level.INFO);
            assertThat(told.getMessage() + Arrays.toString(told.getParameters()))
                    .contains(key.toString(), WHAT_IT_MEANS);
        }
    }

    /** As after a start. */
    private Seal.Purpose seal() {
        Seal seal = new Seal(new DataDirectory(directory), new SecureRandom());
        return seal.forPurpose("some-purpose", WHAT_IT_MEANS);
    }
}
