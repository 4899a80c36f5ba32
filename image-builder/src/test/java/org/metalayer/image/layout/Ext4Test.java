package org.metalayer.image.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.metalayer.image.harness.RealTools;
import org.metalayer.image.harness.TestImage;

@ExtendWith(RealTools.class)
class Ext4Test {

    private static final UUID SEED = UUID.fromString("5f6b1e7c-0b6a-4d0e-9d8e-3a5d7c9b1234");
    private static final UUID OTHER = UUID.fromString("5f6b1e7c-0b6a-4d0e-9d8e-3a5d7c9b9999");

    @TempDir Path folder;

    /** As two builds of the same image have to be, of which each took a seed by chance. */
    @Test
    void twoThatDifferBySeedAndTimeBecomeTheSame() throws Exception {
        Path one = TestImage.bare(folder.resolve("one.raw"));
        Path two = Files.copy(one, folder.resolve("two.raw"));
        Partition data = TestImage.layout(one).data();
        new Ext4(two, data).setHashSeed(OTHER, Instant.ofEpochSecond(1_800_000_000));
        assertThat(Files.mismatch(one, two)).isNotNegative();
        for (Path image : new Path[] {one, two}) {
            new Ext4(image, data).setHashSeed(SEED, Instant.ofEpochSecond(1_767_225_600));
        }
        assertThat(Files.mismatch(one, two)).isNegative();
        assertThat(new Ext4(one, data).hashSeed()).isEqualTo(SEED);
        assertThat(new Ext4(one, data).check().isSuccess()).isTrue();
    }
}
