package org.metalayer.agent.identity;

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
import org.metalayer.agent.files.DurableFiles;
import org.metalayer.agent.files.StorageFaults;
import org.metalayer.protocol.key.SigningKey;

class KeyFileTest {

    @TempDir private Path directory;

    private SigningKey load() throws IOException {
        return KeyFile.loadOrCreate(
                file(), new DurableFiles(StorageFaults.none()), SecureRandom::new);
    }

    private Path file() {
        return directory.resolve("key");
    }

    @Test
    void theKeyIsMadeOnceAndOnlyForItsOwner() throws Exception {
        SigningKey made = load();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        assertThat(load().publicKey()).isEqualTo(made.publicKey());
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r--r--", "rw-rw----", "rw----r--"})
    void aKeyThatOthersCanReadIsRefused(String permissions) throws Exception {
        SigningKey made = load();
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString(permissions));

        assertThatThrownBy(this::load).hasMessageContaining("chmod 600");
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-------"));
        assertThat(load().publicKey()).isEqualTo(made.publicKey());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no base64!", "c2hvcnQ="})
    void aDamagedKeyIsNeverReplacedByANewOne(String content) throws Exception {
        load();
        Files.writeString(file(), content);

        assertThatThrownBy(this::load).hasMessageContaining("is no key");
        assertThat(file()).hasContent(content);
    }
}
