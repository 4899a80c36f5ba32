package org.metalayer.agent.stick;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HardwareClassTest {

    @TempDir private Path directory;

    @Test
    void anImageSaysWhatItIs() throws Exception {
        Path file = Files.writeString(directory.resolve("class"), "metalayer-console-amd64\n");

        assertThat(HardwareClass.image(file)).contains("metalayer-console-amd64");
        assertThat(HardwareClass.image(Files.writeString(file, "x".repeat(100)))).isEmpty();
        assertThat(HardwareClass.image(Files.writeString(file, " \n"))).isEmpty();
        assertThat(HardwareClass.image(directory.resolve("nothing"))).isEmpty();
        assertThat(HardwareClass.image(directory)).isEmpty();
    }

    @Test
    void whatNamesNoneFitsAndWhatNamesOthersDoesNot() {
        assertThat(HardwareClass.fits(List.of())).isTrue();
        assertThat(HardwareClass.fits(List.of("other", HardwareClass.closest()))).isTrue();
        assertThat(HardwareClass.fits(List.of("other"))).isFalse();
    }
}
