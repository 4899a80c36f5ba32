package org.metalayer.agent.usb;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.metalayer.agent.files.RawPath;
import org.metalayer.protocol.RelativePath;

/** A /proc, /sys and /dev of our own, laid out as the kernel does it, symbolic links included. */
final class FakeKernel {

    static final String CONTROLLER = "pci0000:00/0000:00:14.0/";

    private final Path root;
    private final Path devices;
    private int mounts = 20;

    FakeKernel(Path root) throws IOException {
        this.root = root;
        this.devices = root.resolve("sys/devices");
        Files.createDirectories(root.resolve("proc/self"));
        Files.createDirectories(root.resolve("sys/dev/block"));
        Files.createDirectories(root.resolve("sys/class/block"));
        Files.createDirectories(root.resolve("dev/mapper"));
        Files.createDirectories(devices);
        Files.createFile(mountinfo());
    }

    KernelRoots roots() {
        return new KernelRoots(root.resolve("proc"), root.resolve("sys"), root.resolve("dev"));
    }

    Path mountinfo() {
        return root.resolve("proc/self/mountinfo");
    }

    /** A directory that exists, to be mounted on and to be asked for. */
    Path directory(String name) throws IOException {
        return Files.createDirectories(RawPath.resolve(root.toRealPath(), new RelativePath(name)));
    }

    /** The root file system, on a disk inside the computer. */
    FakeKernel withComputer() throws IOException {
        block("254:0", "pci0000:00/0000:00:02.0/virtio1/block/vda");
        return mount("254:0", Path.of("/"), "ext4", "/dev/vda", "rw");
    }

    /** A USB device with everything a stick has. */
    FakeKernel usbDevice(String path, int bus, int address, String serial) throws IOException {
        attribute(path, "busnum", Integer.toString(bus));
        attribute(path, "devnum", Integer.toString(address));
        attribute(path, "idVendor", "0951");
        attribute(path, "idProduct", "1666");
        attribute(path, "bcdDevice", "0110");
        attribute(path, "manufacturer", "Kingston");
        attribute(path, "product", "DataTraveler 3.0");
        return attribute(path, "serial", serial);
    }

    FakeKernel attribute(String device, String name, String value) throws IOException {
        Path file = devices.resolve(device).resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, value + "\n");
        return this;
    }

    FakeKernel without(String device, String attribute) throws IOException {
        Files.delete(devices.resolve(device).resolve(attribute));
        return this;
    }

    /** A block device with its number, reachable under its number and its name. */
    FakeKernel block(String number, String path) throws IOException {
        Path directory = Files.createDirectories(devices.resolve(path));
        Files.createDirectories(directory.resolve("slaves"));
        Files.createSymbolicLink(
                root.resolve("sys/dev/block").resolve(number), Path.of("../../devices", path));
        Files.createSymbolicLink(
                root.resolve("sys/class/block").resolve(directory.getFileName()),
                Path.of("../../devices", path));
        return this;
    }

    /** Says that {@code upper} keeps its bytes on {@code lower}. */
    FakeKernel stack(String upper, String lower) throws IOException {
        Path slave = devices.resolve(upper).resolve("slaves").resolve(Path.of(lower).getFileName());
        Files.createSymbolicLink(slave, devices.resolve(lower));
        return this;
    }

    FakeKernel loop(String device, String backingFile) throws IOException {
        return attribute(device, "loop/backing_file", backingFile);
    }

    FakeKernel deviceNode(String link, String target) throws IOException {
        Path name = root.resolve("dev").resolve(target);
        if (Files.notExists(name)) {
            Files.createFile(name);
        }
        Files.createSymbolicLink(root.resolve("dev").resolve(link), name);
        return this;
    }

    FakeKernel mount(String number, Path point, String type, String source, String options)
            throws IOException {
        int parent = mounts == 20 ? 1 : 20;
        String escaped = bytes(point).replace("\\", "\\134").replace(" ", "\\040");
        return line(
                "%s %s %s / %s rw,noatime shared:1 - %s %s %s"
                        .formatted(mounts++, parent, number, escaped, type, source, options));
    }

    FakeKernel line(String mountinfoLine) throws IOException {
        Files.writeString(
                mountinfo(),
                mountinfoLine + "\n",
                StandardCharsets.ISO_8859_1,
                StandardOpenOption.APPEND);
        return this;
    }

    private static String bytes(Path path) {
        return new String(RawPath.bytes(path), StandardCharsets.ISO_8859_1);
    }
}
