package org.metalayer.image.harness;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.metalayer.image.disk.Disks;

/**
 * A computer whose disks are files: real trees as the kernel shows them, in a folder. A disk is a
 * file in its {@code dev}, that can be written as a real one.
 */
public final class FakeComputer {

    private static final int SECTOR = 512;

    private final Path root;
    private int minor;

    public FakeComputer(Path root) throws IOException {
        this.root = Files.createDirectories(root).toRealPath();
        Files.createDirectories(sys().resolve("block"));
        Files.createDirectories(sys().resolve("class/block"));
        Files.createDirectories(this.root.resolve("proc/self"));
        Files.createDirectories(dev());
        mountinfo("1 0 254:0 / / rw - ext4 /dev/vda rw\n");
    }

    public Disks disks() {
        return new Disks(sys(), root.resolve("proc"), dev());
    }

    public Path dev() {
        return root.resolve("dev");
    }

    public Path sys() {
        return root.resolve("sys");
    }

    /** Plugs in a stick. */
    public Path stick(String name, String serial, long size) throws IOException {
        Path usb = sys().resolve("devices/pci0000:00/usb1/1-" + (minor + 1));
        write(usb, "idVendor", "0781");
        write(usb, "devnum", Integer.toString(minor + 2));
        write(usb, "serial", serial);
        Path disk = usb.resolve("1-1:1.0/host0/target0:0:0/0:0:0:0/block").resolve(name);
        describe(disk, size);
        write(disk, "removable", "1");
        write(disk.resolve("device"), "vendor", "SanDisk ");
        write(disk.resolve("device"), "model", "Ultra           ");
        write(disk.resolve("device"), "type", "0");
        return plugged(disk, size);
    }

    /** Builds in a disk that is no USB stick. */
    public Path internal(String name, long size) throws IOException {
        Path disk = sys().resolve("devices/pci0000:00/ata1/block").resolve(name);
        describe(disk, size);
        write(disk, "removable", "0");
        return plugged(disk, size);
    }

    /** Makes a disk of software. */
    public Path virtual(String name, String mark, long size) throws IOException {
        Path disk = sys().resolve("devices/virtual/block").resolve(name);
        describe(disk, size);
        Files.createDirectories(disk.resolve(mark));
        return plugged(disk, size);
    }

    /** Gives a disk a partition. */
    public Path partition(String disk, int number, long size) throws IOException {
        Path partition = directory(disk).resolve(disk + number);
        describe(partition, size);
        write(partition, "partition", Integer.toString(number));
        Files.createSymbolicLink(sys().resolve("class/block").resolve(disk + number), partition);
        return Files.createFile(dev().resolve(disk + number));
    }

    /** What the kernel says of a disk. */
    public void set(String disk, String attribute, String value) throws IOException {
        write(directory(disk), attribute, value);
    }

    /** What the kernel says of the USB device with a disk. */
    public void setSerial(String disk, String serial) throws IOException {
        // Above block, disk, target, host and interface.
        write(directory(disk).resolve("../../../../../..").normalize(), "serial", serial);
    }

    /** Where {@code node} is used by the computer. */
    public void mountinfo(String lines) throws IOException {
        Files.writeString(root.resolve("proc/self/mountinfo"), lines);
    }

    public void swaps(String lines) throws IOException {
        Files.writeString(root.resolve("proc/swaps"), lines);
    }

    public Path directory(String disk) throws IOException {
        return sys().resolve("class/block").resolve(disk).toRealPath();
    }

    private void describe(Path directory, long size) throws IOException {
        write(directory, "size", Long.toString(size / SECTOR));
        write(directory, "dev", "8:" + minor++);
        write(directory, "diskseq", Integer.toString(minor));
        write(directory, "ro", "0");
    }

    private Path plugged(Path disk, long size) throws IOException {
        Files.createSymbolicLink(sys().resolve("block").resolve(disk.getFileName()), disk);
        Files.createSymbolicLink(sys().resolve("class/block").resolve(disk.getFileName()), disk);
        Path node = dev().resolve(disk.getFileName());
        try (RandomAccessFile file = new RandomAccessFile(node.toFile(), "rw")) {
            file.setLength(size);
        }
        return node;
    }

    private static void write(Path folder, String name, String value) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, value + "\n");
    }
}
