package org.metalayer.image.disk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Why a disk is not overwritten. Whatever is not known to be a stick is none. */
final class Refusals {

    /** What the partition table of an image counts in. */
    private static final String SECTOR = "512";

    /** Type of a SCSI device that reads CDs. */
    private static final String OPTICAL = "5";

    private static final Set<String> THE_SYSTEM =
            Set.of("/", "/boot", "/boot/efi", "/efi", "/usr", "/var", "/home");

    private Refusals() {}

    /** In the order of what matters most. */
    static List<String> of(BlockNode disk, List<DiskPartition> partitions, List<String> places)
            throws IOException {
        List<String> refusals = new ArrayList<>();
        kind(disk, refusals);
        for (String place : places) {
            refusals.add(inUse("it", disk.name(), place));
        }
        for (DiskPartition partition : partitions) {
            for (String place : partition.places()) {
                refusals.add(inUse(partition.name(), partition.name(), place));
            }
        }
        held(disk, refusals);
        for (BlockNode partition : disk.partitions()) {
            held(partition, refusals);
        }
        return refusals;
    }

    private static void kind(BlockNode disk, List<String> refusals) throws IOException {
        if (disk.name().startsWith("loop")) {
            refusals.add("is a loop device, not a disk");
        } else if (disk.has("dm") || disk.has("md")) {
            refusals.add("is made of other disks (LVM, encryption or RAID)");
        } else if (disk.usb("idVendor").isEmpty()) {
            refusals.add("is no USB disk, but built into this computer");
        } else if (disk.attribute("device/type").equals(OPTICAL)) {
            refusals.add("is an optical drive");
        } else if (!disk.attribute("removable").equals("1")) {
            refusals.add("is an external disk, not a stick: it does not say that it is removable");
        } else if (disk.size() == 0) {
            refusals.add("holds no medium");
        } else if (disk.attribute("ro").equals("1")) {
            refusals.add("is write-protected: look for a switch on it");
        } else if (!Set.of("", SECTOR).contains(disk.attribute("queue/logical_block_size"))) {
            refusals.add(
                    "has sectors of %s bytes, and images are made for %s"
                            .formatted(disk.attribute("queue/logical_block_size"), SECTOR));
        }
    }

    private static String inUse(String subject, String name, String place) {
        if (place.equals("swap")) {
            return "is in use: %s is swap space (swapoff /dev/%s)".formatted(subject, name);
        }
        if (THE_SYSTEM.contains(place)) {
            return "is the disk that this computer runs from: %s is mounted at %s"
                    .formatted(subject, place);
        }
        return "is in use: %s is mounted at %s (umount %2$s)".formatted(subject, place);
    }

    private static void held(BlockNode node, List<String> refusals) throws IOException {
        for (String holder : node.holders()) {
            refusals.add(
                    "is in use: %s belongs to %s (an opened encrypted volume, LVM or RAID)"
                            .formatted(node.name(), holder));
        }
    }
}
