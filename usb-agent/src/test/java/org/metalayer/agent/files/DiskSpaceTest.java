package org.metalayer.agent.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskSpaceTest {

    @TempDir private Path directory;

    @Test
    void letsPassWhatFits() throws IOException {
        new DiskSpace(0).require(directory, 1);
    }

    @Test
    void keepsTheHeadroomFree() throws IOException {
        long free = DiskSpace.free(directory);

        DiskFull full =
                catchThrowableOfType(
                        DiskFull.class, () -> new DiskSpace(free).require(directory, 1L << 40));

        assertThat(full.needed()).isEqualTo(free + (1L << 40));
        assertThat(full.available()).isPositive();
        assertThat(full).hasMessageContaining("remove something from the stick");
    }

    @Test
    void doesNotOverflow() {
        DiskSpace space = new DiskSpace(Long.MAX_VALUE);

        assertThat(
                        catchThrowableOfType(
                                DiskFull.class, () -> space.require(directory, Long.MAX_VALUE)))
                .extracting(DiskFull::needed)
                .isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void refusesNegativeSizes() {
        assertThatThrownBy(() -> new DiskSpace(-1)).hasMessageContaining("headroom");
        assertThatThrownBy(() -> new DiskSpace(0).require(directory, -1))
                .hasMessageContaining("size");
    }
}
