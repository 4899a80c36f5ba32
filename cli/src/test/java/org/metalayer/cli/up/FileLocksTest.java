package org.metalayer.cli.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metalayer.cli.platform.CliException;

class FileLocksTest {
    @TempDir Path directory;

    @Test
    void findsTheHolderByDeviceAndInode() throws IOException {
        Path file = Files.createFile(directory.resolve("lock"));
        long device = (Long) Files.getAttribute(file, "unix:dev");
        long inode = (Long) Files.getAttribute(file, "unix:ino");
        String mine =
                "%02x:%02x:%d"
                        .formatted(
                                (device >> 8) & 0xfff,
                                (device & 0xff) | ((device >> 12) & 0xfff00),
                                inode);
        String locks =
                """
                1: FLOCK  ADVISORY  WRITE 11 00:01:99999999 0 EOF
                2: -> POSIX  ADVISORY  WRITE 22 %s 0 EOF
                3: POSIX  ADVISORY  WRITE 33 %s 0 EOF
                """
                        .formatted(mine, mine);
        assertThat(FileLocks.holder(file, locks)).hasValue(33);
        assertThat(FileLocks.holder(file, "1: FLOCK  ADVISORY  WRITE 11 00:01:9 0 EOF")).isEmpty();
    }

    @Test
    void aLockIsTakenOnce() {
        Path file = directory.resolve("up.lock");
        try (LockFile _ = LockFile.take(file, "./metalayer up")) {
            assertThatThrownBy(() -> LockFile.take(file, "./metalayer up"))
                    .isInstanceOf(CliException.class)
                    .hasMessageStartingWith("./metalayer up already runs on " + directory);
        }
        LockFile.take(file, "./metalayer up").close();
    }
}
