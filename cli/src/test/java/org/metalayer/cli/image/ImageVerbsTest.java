package org.metalayer.cli.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metalayer.cli.harness.CommandLineRun;
import org.metalayer.cli.harness.Result;

class ImageVerbsTest {
    @TempDir Path home;

    @Test
    void looksForImagesInThisInstallation() throws Exception {
        Path folder = Files.createDirectories(home.resolve("image-builder/target/images/torn"));
        Files.writeString(folder.resolve("manifest.json"), "{");
        Result result = run("image", "list");
        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).contains(folder + " cannot be flashed");
    }

    @Test
    void theImageBuilderExplainsItsOwnFailures() {
        Result none = run("image", "verify", home.resolve("missing.raw").toString());
        assertThat(none.exitCode()).isEqualTo(1);
        assertThat(none.err()).startsWith("metalayer: ").hasLineCount(1);
        Result misused = run("image", "flash", "image.raw");
        assertThat(misused.exitCode()).isEqualTo(2);
        assertThat(misused.err())
                .startsWith("metalayer: ")
                .contains("--to", "--help")
                .hasLineCount(1);
    }

    private Result run(String... arguments) {
        return new CommandLineRun(home).run(arguments);
    }
}
