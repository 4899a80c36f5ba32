package org.metalayer.acceptance.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.metalayer.acceptance.harness.Finished;
import org.metalayer.acceptance.harness.Programs;
import org.metalayer.acceptance.harness.Trees;
import org.metalayer.acceptance.harness.View;

/**
 * A stick as {@code image flash} makes it, in a file.
 *
 * @param file sparse, as large as the stick
 */
record FlashedStick(Path file) {
    private static final long SIZE = 4L << 30;

    /** Flashes one for a fleet. */
    static FlashedStick of(Path image, Path directory, Map<String, String> fleet)
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
                                Long.toString(SIZE),
                                "--server",
                                fleet.get("server"),
                                "--trust",
                                fleet.get("trust"),
                                "--enrolment-code",
                                fleet.get("code")));
        assertThat(flashed.status()).as(flashed.toString()).isZero();
        return new FlashedStick(file);
    }

    /** The files of a component on the stick, read while nothing has it mounted. */
    Map<String, String> content(String component) throws IOException, InterruptedException {
        Path out = Files.createTempDirectory(file.getParent(), "content");
        Finished.ok(
                "debugfs",
                "-R",
                "rdump /stick/module/%s %s".formatted(component, out),
                "%s?offset=%d".formatted(file, offsetOfData()));
        return Trees.contents(out.resolve(component));
    }

    private long offsetOfData() throws IOException, InterruptedException {
        View table =
                new Finished(0, Finished.ok("sfdisk", "--json", file.toString()), "").json();
        List<View> partitions = table.at("partitiontable").list("partitions");
        return partitions.stream()
                .filter(partition -> partition.text("name").equals("mldata"))
                .mapToLong(partition -> partition.number("start") * 512)
                .findFirst()
                .orElseThrow();
    }
}
