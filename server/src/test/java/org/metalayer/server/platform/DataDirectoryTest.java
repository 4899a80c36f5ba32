package org.metalayer.server.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

    @TempDir Path place;

    @Test
    void onlyTheFeedIsForEverybody() throws IOException {
        DataDirectory data = new DataDirectory(place.resolve("data"));

        assertThat(permissions(data.feed())).isEqualTo("rwxr-xr-x");
        assertThat(permissions(data.keys())).isEqualTo("rwx------");
        assertThat(permissions(data.blobs())).isEqualTo("rwx------");
        assertThat(permissions(data.postgres())).isEqualTo("rwx------");
        assertThat(permissions(data.root())).isEqualTo("rwx------");
    }

    @Test
    void aRootThatAnOperatorOpenedStaysOpen() throws IOException {
        Path root = Files.createDirectory(place.resolve("data"));
        Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx--x--x"));

        assertThat(permissions(new DataDirectory(root).feed())).isEqualTo("rwxr-xr-x");
        assertThat(permissions(root)).isEqualTo("rwx--x--x");
    }

    private static String permissions(Path directory) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(directory));
    }
}
