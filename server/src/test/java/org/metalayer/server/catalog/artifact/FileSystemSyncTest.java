package org.metalayer.server.catalog.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSystemSyncTest {

    @TempDir Path directory;

    @Test
    void syncsTheFileSystemOfWhatWasWritten() throws Exception {
        Path file = Files.writeString(directory.resolve("written"), "x");
        assertThat(new FileSystemSync("sync").sync(file)).isTrue();
    }

    @Test
    void saysNoWhereThereIsNoSuchProgram() throws Exception {
        assertThat(new FileSystemSync("no-such-program-here").sync(directory)).isFalse();
    }

    /** Whose file it was that could not be written is not known: everyone looks for himself. */
    @Test
    void isNeverReliedOnAgainAfterAnError() throws Exception {
        Path failed = directory.resolve("failed");
        Path program =
                Files.writeString(
                        directory.resolve("sync"),
                        "#!/bin/sh\n[ -e '%1$s' ] && exit 0\ntouch '%1$s'\nexit 1\n"
                                .formatted(failed));
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        FileSystemSync sync = new FileSystemSync(program.toString());
        assertThat(sync.sync(directory)).isFalse();
        assertThat(sync.sync(directory)).isFalse();
        assertThat(new FileSystemSync(program.toString()).sync(directory)).isTrue();
    }
}
