package org.metalayer.cli.up;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AotCacheTest {
    private static final Instant BUILD = Instant.parse("2026-01-01T10:00:00Z");

    @TempDir Path home;
    private Path cache;

    /** One of this build and this JDK. */
    @BeforeEach
    void make() throws IOException {
        cache = home.resolve("cache");
        Files.writeString(home.resolve("jar"), "");
        Files.setLastModifiedTime(home.resolve("jar"), FileTime.from(BUILD));
        Files.copy(Path.of(System.getProperty("java.home"), "release"), home.resolve("release"));
        Files.writeString(cache, "learned");
    }

    @Test
    void isUsedByTheJdkThatMadeItForTheBuildThatItWasMadeOf() {
        assertThat(usable()).contains(cache);
    }

    @Test
    void anEarlierBuildsIsNot() throws IOException {
        Files.setLastModifiedTime(cache, FileTime.from(BUILD.minusSeconds(1)));
        assertThat(usable()).isEmpty();
    }

    @Test
    void anotherJdksIsNot() throws IOException {
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"25.0.1\"\n");
        assertThat(usable()).isEmpty();
    }

    @Test
    void whereMakingItDidNotWorkThereIsNone() throws IOException {
        Files.writeString(cache, "");
        assertThat(usable()).isEmpty();
    }

    @Test
    void whereNobodyMadeItThereIsNone() throws IOException {
        Files.delete(cache);
        assertThat(usable()).isEmpty();
    }

    private Optional<Path> usable() {
        return new AotCache(home.resolve("jar"), home).usable();
    }
}
