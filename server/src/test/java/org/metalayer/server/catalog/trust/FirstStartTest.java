package org.metalayer.server.catalog.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metalayer.protocol.key.SigningKey;
import org.metalayer.protocol.keyfile.KeyFile;
import org.metalayer.protocol.keyfile.KeyFiles;
import org.metalayer.server.platform.StartupException;

/** What a first start does with keys that are there and keys that are not. */
class FirstStartTest {

    private static final SecureRandom RANDOM = new SecureRandom();

    @TempDir Path directory;

    @Test
    void aStartThatWasCutGoesOnWithTheSameKeys() throws Exception {
        KeyRing ring = new KeyRing(directory.resolve("offline"), RANDOM);
        ring.create();
        SigningKey first = ring.key("root");

        SigningKey again = new KeyRing(directory.resolve("offline"), RANDOM).key("root");

        assertThat(again.publicKey()).isEqualTo(first.publicKey());
        try (var files = Files.list(ring.directory())) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void aLockedKeyIsNotTakenForAMissingOne() throws Exception {
        KeyRing ring = new KeyRing(directory, RANDOM);
        KeyFiles.write(
                directory.resolve("root.key"),
                KeyFile.create("root", RANDOM).lock("secret".toCharArray(), RANDOM));
        assertThatThrownBy(() -> ring.key("root"))
                .isInstanceOf(StartupException.class)
                .hasMessageContaining("locked");
    }
}
