package org.metalayer.acceptance.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.metalayer.acceptance.harness.Finished;
import org.metalayer.acceptance.harness.Programs;
import org.metalayer.acceptance.harness.View;

/**
 * A stick as {@code image flash} makes it, in a file.
 *
 * @param directory holds what belongs to the test of it
 * @param file sparse, as large as the stick
 */
record FlashedStick(Path directory, Path file) {
    private static final String SIZE = "4GiB";

    /** Flashes one for a fleet. */
    static FlashedStick of(Path image, Path directory, FleetSettings fleet)
            throws IOException, InterruptedException {
        Files.createDirectories(directory);
        Path file = directory.resolve("stick.raw");
        Finished flashed =
                Finished.run(
                        Programs.HOME,
                        Map.of(),
                        Programs.cli(
                                "image",
                                "flash",
                                image.toString(),
                                "--to",
                                file.toString(),
                                "--size",
                                SIZE,
                                "--server",
                                fleet.server(),
                                "--trust",
                                fleet.firstRoot().toString(),
                                "--enrolment-code",
                                fleet.enrolmentCode()));
        assertThat(flashed.status()).as(flashed.toString()).isZero();
        return new FlashedStick(directory, file);
    }

    /** Plugs it into this computer, which offers what is in its data partition. */
    PluggedIn plugIn() throws IOException, InterruptedException {
        Path place = Files.createDirectories(directory.resolve("plugged-in"));
        Finished.ok(
                "mount",
                "-o",
                "loop,nodev,nosuid,offset=" + offsetOfData(),
                file.toString(),
                place.toString());
        // The agent is no longer root, and these folders are a test's own.
        Finished.ok("chmod", "a+x", directory.toString(), directory.resolve("..").toString());
        return new PluggedIn(place);
    }

    private long offsetOfData() throws IOException, InterruptedException {
        View table = new Finished(0, Finished.ok("sfdisk", "--json", file.toString()), "").json();
        List<View> partitions = table.at("partitiontable").list("partitions");
        return partitions.stream()
                .filter(partition -> partition.text("name").equals("mldata"))
                .mapToLong(partition -> partition.number("start") * 512)
                .findFirst()
                .orElseThrow();
    }
}
