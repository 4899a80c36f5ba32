package org.metalayer.acceptance.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.metalayer.acceptance.boot.Attached.Disk;
import org.metalayer.acceptance.boot.Attached.Stick;
import org.metalayer.acceptance.boot.Machine.Traffic;
import org.metalayer.acceptance.harness.Finished;
import org.metalayer.acceptance.harness.Scratch;

/** Which stick was booted is certain, whatever else is in the computer. */
@EnabledIfSystemProperty(named = "metalayer.long", matches = "true")
class BootDiskIT {
    private static final int BOOTED = 1;
    private static final int SAME_IMAGE = 2;
    private static final int OTHER_DISK = 3;
    private static final int COPY = 4;

    /** Reading what kind of disk it is takes less, starting from it much more. */
    private static final long A_GLANCE = 16 << 20;

    private static final String PARTITIONS =
            """
            label: gpt
            size=64MiB, type=C12A7328-F81F-11D2-BA4B-00A0C93EC93B, name=esp
            size=64MiB, type=4F68BCE3-E8CD-4DB1-96E7-FBCAF984B709, name=mlos_1
            size=16MiB, type=2C7357ED-EBD2-46D9-AEC1-23D437EC2BF5, name=mlos_1_verity
            type=0FC63DAF-8483-4772-8E79-3D69D8477DE4, name=mldata
            """;

    @Test
    void everythingComesFromTheStickThatWasBootedOfAllThatLookLikeIt() throws Exception {
        Path image = StickImage.required();
        try (Scratch scratch = Scratch.make()) {
            Path booted = FlashedStick.of(image, scratch.root().resolve("booted")).file();
            Path sameImage = FlashedStick.of(image, scratch.root().resolve("same")).file();
            Path copy = scratch.root().resolve("copy.raw");
            Finished.ok("cp", "--sparse=always", booted.toString(), copy.toString());
            List<Attached> attached =
                    List.of(
                            new Stick(booted, "MLSTICK0001"),
                            new Stick(sameImage, "MLSTICK0002"),
                            new Disk(otherDisk(scratch.root())),
                            new Stick(copy, "MLSTICK0004"));
            try (Machine machine =
                    Machine.boot(scratch.root().resolve("computer"), Firmware.ORDINARY, attached)) {
                machine.awaitConsole("Two sticks in this computer are copies of each other");
                assertThat(machine.console()).doesNotContain("Booted from");
                assertUntouched(machine.traffic(COPY));
                machine.unplug(COPY);

                machine.awaitConsole("Version 1 is healthy.");
                machine.awaitConsole("at hand");
                Traffic used = machine.traffic(BOOTED);
                assertThat(used.read()).isGreaterThan(4 * A_GLANCE);
                assertThat(used.written()).isGreaterThan(A_GLANCE);
                assertUntouched(machine.traffic(SAME_IMAGE));
                assertUntouched(machine.traffic(OTHER_DISK));
            }
        }
    }

    private static void assertUntouched(Traffic traffic) {
        assertThat(traffic.written()).isZero();
        assertThat(traffic.read()).isLessThan(A_GLANCE);
    }

    /** One with partitions of the same kinds and names, which has nothing to do with it. */
    private static Path otherDisk(Path directory) throws IOException, InterruptedException {
        Path file = directory.resolve("other.raw");
        Finished.ok("truncate", "--size=1G", file.toString());
        Finished.ok(
                "sh",
                "-c",
                "printf %s \"$0\" | sfdisk --quiet \"$1\"",
                PARTITIONS,
                file.toString());
        Finished.ok(
                "mkfs.ext4",
                "-q",
                "-L",
                "mldata",
                "-E",
                "offset=" + (145 << 20),
                file.toString(),
                "800M");
        return file;
    }
}
