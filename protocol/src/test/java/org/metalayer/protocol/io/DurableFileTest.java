package org.metalayer.protocol.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurableFileTest {

    @TempDir Path directory;

    @Test
    void replacesWhatWasThereAndLeavesNothingBesideIt() throws IOException {
        Path file = directory.resolve("file");
        DurableFile.write(file, bytes("a long first content"));
        DurableFile.write(file, bytes("second"));
        assertThat(file).hasContent("second");
        assertThat(directory.toFile().list()).hasSize(1);
    }

    @Test
    void aPrivateFileIsForItsOwnerAloneEvenInThePlaceOfAnOpenOne() throws IOException {
        Path file = directory.resolve("secret");
        DurableFile.write(file, bytes("for all"));
        assertThat(mode(file)).isEqualTo("rw-r--r--");
        DurableFile.writePrivate(file, bytes("for me"));
        assertThat(mode(file)).isEqualTo("rw-------");
    }

    @Test
    void whatCannotTakeItsPlaceIsNotLeftLyingAround() throws IOException {
        Path occupied = Files.createDirectories(directory.resolve("occupied/by-something"));
        Path target = directory.resolve("occupied");
        assertThatThrownBy(() -> DurableFile.write(target, bytes("x")))
                .isInstanceOf(IOException.class);
        assertThat(occupied).isDirectory();
        assertThat(directory.toFile().list()).containsExactly("occupied");
    }

    @Test
    void whatAKilledProcessLeftDoesNotStandInTheWay() throws IOException {
        Path file = directory.resolve("file");
        Files.writeString(
                directory.resolve(".file." + ProcessHandle.current().pid()), "half of someth");
        DurableFile.write(file, bytes("whole"));
        assertThat(directory.toFile().list()).containsExactly("file");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
