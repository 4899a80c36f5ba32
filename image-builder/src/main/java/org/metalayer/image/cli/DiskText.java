package org.metalayer.image.cli;

import java.util.List;
import java.util.stream.Collectors;
import org.metalayer.image.disk.Disk;
import org.metalayer.image.disk.DiskPartition;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;

/** Disks in words and as JSON. */
final class DiskText {

    private DiskText() {}

    static String lines(List<Disk> disks) {
        return disks.isEmpty()
                ? "No disks: plug in a USB stick."
                : disks.stream().map(DiskText::line).collect(Collectors.joining("\n"));
    }

    private static String line(Disk disk) {
        return "%s  %s  %s"
                .formatted(
                        disk.node(),
                        disk.title(),
                        disk.isFlashable()
                                ? "can be flashed"
                                : "refused: it " + String.join("; it ", disk.refusals()));
    }

    static JsonObject json(Disk disk) {
        return new JsonBuilder()
                .put("disk", disk.node().toString())
                .put("flashable", disk.isFlashable())
                .strings("refusals", disk.refusals(), text -> text)
                .put("vendor", disk.vendor())
                .put("model", disk.model())
                .put("serial", disk.serial())
                .put("size", disk.size())
                .put("partitions", disk.partitions(), DiskText::partition)
                .build();
    }

    private static JsonObject partition(DiskPartition partition) {
        return new JsonBuilder()
                .put("name", partition.name())
                .put("size", partition.size())
                .strings("mounted", partition.places(), text -> text)
                .build();
    }
}
