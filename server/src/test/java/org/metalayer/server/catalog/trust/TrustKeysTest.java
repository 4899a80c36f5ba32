package org.metalayer.server.catalog.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metalayer.server.platform.DataDirectory;
import org.metalayer.server.platform.StartupException;

/** Starts again with keys that are right, missing or wrong. */
@QuarkusTest
class TrustKeysTest {

    @Inject KeyRepository repository;
    @Inject DataDirectory data;
    @Inject TrustKeys keys;

    @TempDir Path elsewhere;

    @Test
    void aRestartFindsTheSameKeys() {
        TrustKeys restarted = new TrustKeys(repository, data, new SecureRandom());
        restarted.load();

        assertThat(restarted.releaseKeys()).isEqualTo(keys.releaseKeys());
        assertThat(restarted.directorKeys()).isEqualTo(keys.directorKeys());
        assertThat(keys.releaseKeys()).isNotEqualTo(keys.directorKeys());
    }

    @Test
    void aLostKeyStopsTheStartInsteadOfBeingReplaced() {
        TrustKeys restarted =
                new TrustKeys(repository, new DataDirectory(elsewhere), new SecureRandom());

        assertThatThrownBy(restarted::load)
                .isInstanceOf(StartupException.class)
                .hasMessageContaining("is missing: put back your copy of it");
        assertThat(elsewhere.resolve("keys/release.key")).doesNotExist();
    }

    @Test
    void anotherKeyStopsTheStart() throws IOException {
        DataDirectory wrong = new DataDirectory(elsewhere);
        new KeyFiles(wrong.keys()).create(KeyRole.RELEASE, new SecureRandom());
        Files.copy(data.keys().resolve("director.key"), wrong.keys().resolve("director.key"));

        assertThatThrownBy(new TrustKeys(repository, wrong, new SecureRandom())::load)
                .isInstanceOf(StartupException.class)
                .hasMessageContaining("is not the key that this database was started with");
    }
}
