package org.metalayer.image.build;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metalayer.image.base.ImageException;

class BuildLockTest {

    @TempDir Path cache;

    @Test
    void oneBuildAtATime() throws IOException {
        try (BuildLock _ = BuildLock.of(cache)) {
            assertThatThrownBy(() -> BuildLock.of(cache))
                    .isInstanceOf(ImageException.class)
                    .hasMessageContaining("another build");
        }
        BuildLock.of(cache).close();
    }
}
