package org.metalayer.image.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.metalayer.image.base.ImageException;
import org.metalayer.image.disk.Disk;
import org.metalayer.image.disk.DiskPartition;
import org.metalayer.protocol.Bytes;
import org.metalayer.protocol.PlainText;
import picocli.CommandLine.Option;

/** A person's word that a disk may be erased, or a script's that names it by its serial number. */
final class Consent {

    private static final String AGREED = "yes, erase";

    @Option(names = "--yes", description = "Ask nothing; only together with --serial, for scripts.")
    private boolean yes;

    @Option(
            names = "--serial",
            paramLabel = "S",
            description = "Serial number that the disk has to have.")
    private @Nullable String serial;

    /**
     * Obtains it.
     *
     * @throws ImageException when it is not given
     */
    void obtain(Disk disk, Surroundings surroundings, PrintWriter out) throws IOException {
        if (serial != null && !serial.equals(disk.serial())) {
            throw new ImageException(
                    "%s has the serial number \"%s\", not \"%s\": nothing was written"
                            .formatted(disk.node(), disk.serial(), serial));
        }
        if (yes) {
            requireSerial(disk);
        } else if (surroundings.terminal()) {
            ask(disk, surroundings, out);
        } else {
            throw new ImageException(
                    "nobody is there to agree that %s is erased: for scripts there is --yes --serial S"
                            .formatted(disk.node()));
        }
    }

    private void requireSerial(Disk disk) {
        if (serial == null || serial.isEmpty()) {
            throw new ImageException(
                    "--yes goes only with --serial: names such as %s change from one start to the next"
                            .formatted(disk.node()));
        }
    }

    private static void ask(Disk disk, Surroundings surroundings, PrintWriter out)
            throws IOException {
        out.println(PlainText.line("%s: %s".formatted(disk.node(), disk.title())));
        out.println(PlainText.line("On it now: " + contents(disk)));
        out.print("ALL OF IT IS ERASED. Type %s or \"%s\": ".formatted(disk.name(), AGREED));
        out.flush();
        @Nullable String answer =
                new BufferedReader(new InputStreamReader(surroundings.in(), StandardCharsets.UTF_8))
                        .readLine();
        if (answer == null
                || !(answer.strip().equals(disk.name()) || answer.strip().equals(AGREED))) {
            throw new ImageException("that was not agreed to: nothing was written");
        }
    }

    private static String contents(Disk disk) {
        return disk.partitions().isEmpty()
                ? "no partitions"
                : disk.partitions().stream()
                        .map(Consent::partition)
                        .collect(Collectors.joining(", "));
    }

    private static String partition(DiskPartition partition) {
        return "%s (%s)".formatted(partition.name(), Bytes.shown(partition.size()));
    }
}
