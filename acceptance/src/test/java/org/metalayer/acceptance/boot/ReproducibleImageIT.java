package org.metalayer.acceptance.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.metalayer.acceptance.harness.Programs;
import org.metalayer.acceptance.harness.Scratch;

/** The same sources, packages and time give the same image, bit for bit. */
@EnabledIfSystemProperty(named = "metalayer.long", matches = "true")
class ReproducibleImageIT {

    @Test
    void anImageFromNothingIsThatFromWhatEarlierBuildsLeft() throws IOException {
        try (Scratch scratch = Scratch.make()) {
            Path first = StickImage.built(Programs.HOME, scratch.root().resolve("first"));
            Path second =
                    StickImage.built(
                            withoutCache(scratch.root()), scratch.root().resolve("second"));

            assertThat(sums(first)).hasLineCount(6).isEqualTo(sums(second));
            assertThat(Files.mismatch(first, second)).isEqualTo(-1);
        }
    }

    /** The same programs, beside which nothing was built yet but the tools. */
    private static Path withoutCache(Path directory) throws IOException {
        Path home = directory.resolve("home");
        Path cache = Files.createDirectories(home.resolve("image-builder/target/cache"));
        for (String same : new String[] {"cli", "usb-agent", "image-builder/recipe"}) {
            Files.createSymbolicLink(home.resolve(same), Programs.HOME.resolve(same));
        }
        Path known = Programs.HOME.resolve("image-builder/target/cache");
        try (DirectoryStream<Path> tools = Files.newDirectoryStream(known, "tools-*")) {
            for (Path tree : tools) {
                Files.createSymbolicLink(cache.resolve(tree.getFileName()), tree);
            }
        }
        return home;
    }

    private static String sums(Path image) throws IOException {
        return Files.readString(image.resolveSibling("SHA256SUMS"));
    }
}
