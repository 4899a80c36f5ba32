package org.metalayer.image.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.metalayer.image.base.Progress;
import org.metalayer.image.bundle.BuiltImage;
import org.metalayer.image.bundle.ImageName;
import org.metalayer.image.bundle.Manifest;
import org.metalayer.image.bundle.PartitionRecord;
import org.metalayer.image.harness.FakeComputer;
import org.metalayer.image.harness.RealTools;
import org.metalayer.image.harness.TestImage;
import org.metalayer.image.harness.Verbs;

@ExtendWith(RealTools.class)
class DocumentsTest {

    private static final ImageName NAME = new ImageName("console", "1", "amd64");

    @TempDir Path folder;

    @Test
    void describeTheImageSoThatOthersCanCheckIt() throws Exception {
        Path image = TestImage.bare(folder.resolve(NAME + ".raw"));
        Files.writeString(folder.resolve(NAME + ".efi"), "MZ");
        Manifest manifest =
                new Documents(folder, Progress.UNSEEN)
                        .write(NAME, List.of(), Instant.ofEpochSecond(1_767_225_600), "0.1.0");
        assertThat(manifest.partitions())
                .extracting(PartitionRecord::label)
                .containsExactly("esp", "ml_1", "ml_1_verity", "_empty", "_empty", "mldata");
        assertThat(BuiltImage.in(folder)).isEqualTo(new BuiltImage.Whole(folder, manifest));
        RealTools.run(
                "sh", "-c", "cd " + folder + " && sha256sum --strict --check --quiet SHA256SUMS");
        assertThat(Files.readAllLines(folder.resolve(BuiltImage.CHECKSUMS)))
                .hasSize(4)
                .noneMatch(line -> line.endsWith(BuiltImage.CHECKSUMS));
        Verbs.Result verified =
                new Verbs(folder, new FakeComputer(folder.resolve("computer")))
                        .run("verify", image);
        assertThat(verified.exitCode()).as(verified.toString()).isZero();
        assertThat(verified.out()).contains("as it was built");
    }
}
