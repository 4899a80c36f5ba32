package org.metalayer.protocol.keyfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metalayer.protocol.MalformedDocumentException;

class KeyFileTest {
    private static final char[] PASSPHRASE = "correct horse battery staple".toCharArray();
    private static final SecureRandom RANDOM = new SecureRandom();

    @TempDir Path directory;
    private final KeyFile.Plain key = KeyFile.create("release", RANDOM);

    @Test
    void aPlainKeyComesBackAsItWas() throws IOException {
        Path file = directory.resolve("release.key");
        KeyFiles.write(file, key);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        KeyFile read = KeyFiles.read(file);
        assertThat(read.name()).isEqualTo("release");
        assertThat(read).isInstanceOf(KeyFile.Plain.class);
        assertThat(read.publicKey()).isEqualTo(key.publicKey());
    }

    @Test
    void aLockedKeyOpensWithItsPassphraseOnly() {
        KeyFile.Locked locked =
                (KeyFile.Locked) KeyFile.parse(key.lock(PASSPHRASE, RANDOM).encode());
        assertThat(locked.publicKey()).isEqualTo(key.publicKey());
        assertThat(locked.unlock(PASSPHRASE).key().seed()).isEqualTo(key.key().seed());
        assertThatThrownBy(() -> locked.unlock("wrong".toCharArray()))
                .isInstanceOf(WrongPassphraseException.class);
    }

    @Test
    void aLockedFileDoesNotHoldTheSeed() {
        String file = text(key.lock(PASSPHRASE, RANDOM));
        String plain = text(key);
        String seed = plain.replaceAll("(?s).*\"seed\": \"([^\"]+)\".*", "$1");
        assertThat(plain).contains(seed);
        assertThat(file).doesNotContain(seed);
    }

    @Test
    void aLockedKeyBesideAnotherPublicHalfStaysLocked() {
        KeyFile.Locked locked = key.lock(PASSPHRASE, RANDOM);
        KeyFile.Locked forged =
                new KeyFile.Locked(
                        "release", KeyFile.create("other", RANDOM).publicKey(), locked.seed());
        assertThatThrownBy(() -> forged.unlock(PASSPHRASE))
                .isInstanceOf(WrongPassphraseException.class);
    }

    @Test
    void noKeyIsEverOverwritten() throws IOException {
        Path file = directory.resolve("release.key");
        KeyFiles.write(file, key);
        assertThatThrownBy(() -> KeyFiles.write(file, KeyFile.create("release", RANDOM)))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(KeyFiles.read(file).publicKey()).isEqualTo(key.publicKey());
    }

    @Test
    void whatIsNoKeyFileIsRefusedByName() throws IOException {
        Path file = Files.writeString(directory.resolve("notes.txt"), "{}");
        assertThatThrownBy(() -> KeyFiles.read(file))
                .isInstanceOf(MalformedDocumentException.class)
                .hasMessageContaining("notes.txt");
        String damaged = text(key).replaceFirst("\"public\": \"..", "\"public\": \"AA");
        assertThatThrownBy(() -> KeyFile.parse(damaged.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(MalformedDocumentException.class);
        String endless =
                text(key.lock(PASSPHRASE, RANDOM))
                        .replaceFirst("\"iterations\": \\d+", "\"iterations\": 2000000000");
        assertThatThrownBy(() -> KeyFile.parse(endless.getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("iterations");
    }

    private static String text(KeyFile file) {
        return new String(file.encode(), StandardCharsets.UTF_8);
    }
}
