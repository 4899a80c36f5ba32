package org.metalayer.acceptance.boot;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.metalayer.acceptance.harness.Programs;

/** The image under test, which the build has made before the tests. */
final class StickImage {
    private StickImage() {}

    /** Its file; where it could not be built, or not be started here, the test is skipped. */
    static Path required() {
        Path image = Path.of(System.getProperty("metalayer.image", ""));
        assumeTrue(
                Files.isRegularFile(image) && Machine.isAvailable(),
                "SKIPPED: booting takes an image (./metalayer image build) and QEMU with OVMF");
        return image;
    }
}
