package org.metalayer.image.disk;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.metalayer.protocol.Bytes;

/**
 * A whole disk of this computer.
 *
 * @param node its file, such as {@code /dev/sdb}
 * @param number {@code major:minor}
 * @param sequence counts the disks that were ever plugged in; empty on kernels before 5.15
 * @param vendor as its firmware says, like {@code model} and {@code serial}; may be empty
 * @param serial that of the USB device, or else of the disk
 * @param size in bytes; 0 without a medium
 * @param refusals why it is not overwritten; none when it may be
 */
public record Disk(
        Path node,
        String number,
        String sequence,
        String vendor,
        String model,
        String serial,
        long size,
        List<DiskPartition> partitions,
        List<String> refusals) {

    public Disk {
        partitions = List.copyOf(partitions);
        refusals = List.copyOf(refusals);
    }

    /** Such as {@code sdb}. */
    public String name() {
        return String.valueOf(node.getFileName());
    }

    public boolean isFlashable() {
        return refusals.isEmpty();
    }

    /** For people: who made it, how large it is, and its serial number. */
    public String title() {
        String maker =
                Stream.of(vendor, model)
                        .filter(word -> !word.isEmpty())
                        .collect(Collectors.joining(" "));
        return "%s, %s, %s"
                .formatted(
                        maker.isEmpty() ? "unnamed disk" : maker,
                        Bytes.shown(size),
                        serial.isEmpty() ? "no serial number" : "serial number " + serial);
    }

    /** Whether {@code other} is the same piece of hardware, and was not taken out in between. */
    public boolean isStill(Disk other) {
        return number.equals(other.number)
                && sequence.equals(other.sequence)
                && serial.equals(other.serial)
                && size == other.size;
    }
}
