package org.metalayer.acceptance.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
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
    private static final int DAMAGED_BYTES = 64 << 20;

    /** Flashes one for a fleet. */
    static FlashedStick of(Path image, Path directory, FleetSettings fleet)
            throws IOException, InterruptedException {
        return flash(
                image,
                directory,
                "--server",
                fleet.server(),
                "--trust",
                fleet.firstRoot().toString(),
                "--enrolment-code",
                fleet.enrolmentCode());
    }

    /** Flashes one that knows no fleet. */
    static FlashedStick of(Path image, Path directory) throws IOException, InterruptedException {
        return flash(image, directory);
    }

    private static FlashedStick flash(Path image, Path directory, String... settings)
            throws IOException, InterruptedException {
        Path file = Files.createDirectories(directory).resolve("stick.raw");
        List<String> command =
                Programs.cli(
                        "image",
                        "flash",
                        image.toString(),
                        "--to",
                        file.toString(),
                        "--size",
                        SIZE);
        Finished.ok(Stream.concat(command.stream(), Stream.of(settings)).toArray(String[]::new));
        return new FlashedStick(directory, file);
    }

    /** Plugs it into this computer, which offers what is in its data partition. */
    PluggedIn plugIn() throws IOException, InterruptedException {
        Path place = Files.createDirectories(directory.resolve("plugged-in"));
        Finished.ok(
                "mount",
                "-o",
                "loop,nodev,nosuid,offset=" + offsetOf("mldata"),
                file.toString(),
                place.toString());
        // The agent is no longer root, and these folders are a test's own.
        Finished.ok("chmod", "a+x", directory.toString(), directory.resolve("..").toString());
        return new PluggedIn(place);
    }

    /** The kernel images on its boot partition. */
    BootFiles bootFiles() throws IOException, InterruptedException {
        return new BootFiles("%s@@%d".formatted(file, offsetOf("esp")), directory);
    }

    /** Its data partition is whole, as a file system. */
    void checkData() throws IOException, InterruptedException {
        Finished.ok("e2fsck", "-f", "-n", "%s?offset=%d".formatted(file, offsetOf("mldata")));
    }

    /**
     * Whenever its power was cut: it can be started, with nothing that is half a system, and
     * nothing that was on it is lost.
     */
    void requireSound(Letter letter) throws IOException, InterruptedException {
        // Mounting it is what takes back what was half done.
        try (PluggedIn plugged = plugIn()) {
            letter.requireWhole(plugged);
            assertThat(plugged.place().resolve("stick/.metalayer/stick.json")).isNotEmptyFile();
        }
        checkData();
        List<String> versions = bootFiles().versions();
        assertThat(versions).isNotEmpty();
        for (String version : versions) {
            requireWhole(version);
        }
    }

    /** What is started by this name is all there. */
    private void requireWhole(String version) throws IOException, InterruptedException {
        Path built = StickImage.manifest(version);
        String found =
                Finished.ok(
                        Programs.cli(
                                        "image",
                                        "verify",
                                        file.toString(),
                                        "--manifest",
                                        built.toString())
                                .toArray(String[]::new));
        assertThat(found)
                .contains("holds mlos_%s, as it was built".formatted(version))
                .containsPattern("boot files: (mlos_%s.efi, )?as built".formatted(version));
    }

    /** The same as it is now, in another file. */
    FlashedStick copy(Path elsewhere) throws IOException, InterruptedException {
        Path copied = Files.createDirectories(elsewhere).resolve("stick.raw");
        Finished.ok("cp", "--sparse=always", file.toString(), copied.toString());
        return new FlashedStick(elsewhere, copied);
    }

    /** The medium no longer gives back the beginning of a partition as it was written. */
    void damage(String label) throws IOException, InterruptedException {
        try (RandomAccessFile stick = new RandomAccessFile(file.toFile(), "rw")) {
            stick.seek(offsetOf(label));
            stick.write(new byte[DAMAGED_BYTES]);
        }
    }

    /** Nothing of the data partition is left, not even what could be repaired. */
    void wipeData() throws IOException, InterruptedException {
        View data = partition("mldata");
        Finished.ok(
                "dd",
                "if=/dev/zero",
                "of=" + file,
                "bs=512",
                "conv=notrunc",
                "seek=" + data.number("start"),
                "count=" + data.number("size"));
    }

    private long offsetOf(String label) throws IOException, InterruptedException {
        return partition(label).number("start") * 512;
    }

    private View partition(String label) throws IOException, InterruptedException {
        View table = new Finished(0, Finished.ok("sfdisk", "--json", file.toString()), "").json();
        return table.at("partitiontable").list("partitions").stream()
                .filter(partition -> partition.text("name").equals(label))
                .findFirst()
                .orElseThrow();
    }
}
