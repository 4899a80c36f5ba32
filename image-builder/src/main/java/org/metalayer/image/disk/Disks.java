package org.metalayer.image.disk;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.metalayer.image.base.ImageException;

/**
 * The disks of a computer.
 *
 * @param sys where sysfs is mounted
 * @param proc where procfs is mounted
 * @param dev where the files of devices lie
 */
public record Disks(Path sys, Path proc, Path dev) {

    /** Those of this computer. */
    public static Disks ofThisComputer() {
        return new Disks(Path.of("/sys"), Path.of("/proc"), Path.of("/dev"));
    }

    /** All that are hardware, also those that are refused. */
    public List<Disk> list() throws IOException {
        List<Disk> disks = new ArrayList<>();
        Path all = sys.resolve("block");
        if (!Files.isDirectory(all)) {
            return disks;
        }
        Usage usage = Usage.read(proc);
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(all)) {
            for (Path entry : entries) {
                BlockNode node = new BlockNode(entry.toRealPath());
                if (!node.directory().startsWith(sys.toRealPath().resolve("devices/virtual"))) {
                    disks.add(disk(node, usage));
                }
            }
        }
        disks.sort(Comparator.comparing(Disk::name));
        return disks;
    }

    /**
     * The disk whose file {@code path} is, itself or by links such as those of {@code
     * /dev/disk/by-id}; empty when it is no file of a device.
     *
     * @throws ImageException when it is one, but not of a whole disk
     */
    public Optional<Disk> find(Path path) throws IOException {
        Path real = Files.exists(path) ? path.toRealPath() : path.toAbsolutePath().normalize();
        if (!dev.toRealPath().equals(real.getParent())) {
            requireNoLink(path, real);
            return Optional.empty();
        }
        Path entry = sys.resolve("class/block").resolve(real.getFileName());
        if (!Files.exists(entry)) {
            throw unknown(path);
        }
        BlockNode node = new BlockNode(entry.toRealPath());
        if (node.isPartition()) {
            throw new ImageException(
                    "%s is a partition: name the whole disk, %s"
                            .formatted(path, dev.resolve(node.parent().name())));
        }
        return Optional.of(disk(node, Usage.read(proc)));
    }

    /** Where links to disks lie, a name without one is mistyped: a file made there takes memory. */
    private void requireNoLink(Path path, Path real) throws IOException {
        if (real.startsWith(dev.toRealPath().resolve("disk"))) {
            throw unknown(path);
        }
    }

    private static ImageException unknown(Path path) {
        return new ImageException(
                "%s is no disk of this computer: `./metalayer image list` shows those that there are"
                        .formatted(path));
    }

    private Disk disk(BlockNode node, Usage usage) throws IOException {
        List<DiskPartition> partitions = new ArrayList<>();
        for (BlockNode partition : node.partitions()) {
            partitions.add(
                    new DiskPartition(
                            partition.name(), partition.size(), places(partition, usage)));
        }
        Optional<String> serial = node.usb("serial").filter(text -> !text.isEmpty());
        return new Disk(
                dev.resolve(node.name()),
                node.attribute("dev"),
                node.attribute("diskseq"),
                node.attribute("device/vendor").replaceFirst("^0x[0-9a-f]{4}$", ""),
                node.attribute("device/model"),
                serial.isPresent() ? serial.get() : node.attribute("device/serial"),
                node.size(),
                partitions,
                Refusals.of(node, partitions, places(node, usage)));
    }

    private List<String> places(BlockNode node, Usage usage) throws IOException {
        return usage.places(node.attribute("dev"), dev.resolve(node.name()));
    }
}
