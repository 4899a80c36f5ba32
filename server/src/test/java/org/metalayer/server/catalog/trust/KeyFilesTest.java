package org.metalayer.server.catalog.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.metalayer.protocol.key.SigningKey;
import org.metalayer.server.platform.StartupException;

class KeyFilesTest {

    @TempDir Path directory;

    @Test
    void aKeyIsReadBackAndNobodyElseCanReadIt() throws IOException {
        KeyFiles files = new KeyFiles(directory);

        SigningKey made = files.create(KeyRole.RELEASE, new SecureRandom());

        assertThat(files.read(KeyRole.RELEASE).publicKey()).isEqualTo(made.publicKey());
        assertThat(files.exists(KeyRole.DIRECTOR)).isFalse();
        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(files.path(KeyRole.RELEASE))))
                .isEqualTo("rw-------");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AAAA", "not base64!"})
    void aDamagedKeyStopsTheStart(String content) throws IOException {
        KeyFiles files = new KeyFiles(directory);
        Files.writeString(files.path(KeyRole.DIRECTOR), content);

        assertThatThrownBy(() -> files.read(KeyRole.DIRECTOR))
                .isInstanceOf(StartupException.class)
                .hasMessageContaining("is damaged: put back your copy of it");
    }
}
