package org.metalayer.image.disk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A block device as the kernel shows it in one sysfs directory.
 *
 * @param directory the real one, below {@code /sys/devices}
 */
record BlockNode(Path directory) {

    /** What {@code size} counts in, whatever the disk's own sectors are. */
    private static final long UNIT = 512;

    String name() {
        return String.valueOf(directory.getFileName());
    }

    boolean isPartition() {
        return Files.exists(directory.resolve("partition"));
    }

    /** The disk that a partition lies on; for a disk, what it hangs on. */
    BlockNode parent() {
        return new BlockNode(directory.resolve("..").normalize());
    }

    boolean has(String entry) {
        return Files.exists(directory.resolve(entry));
    }

    /**
     * An attribute, cleaned of what a device's firmware may have put into it; empty when absent.
     */
    String attribute(String name) throws IOException {
        return attribute(directory.resolve(name));
    }

    private static String attribute(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return "";
        }
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                .codePoints()
                .filter(c -> !Character.isISOControl(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
    }

    /** In bytes; 0 without a medium. */
    long size() throws IOException {
        String sectors = attribute("size");
        return sectors.matches("[0-9]{1,15}") ? Long.parseLong(sectors) * UNIT : 0;
    }

    List<BlockNode> partitions() throws IOException {
        return children(directory).map(BlockNode::new).filter(BlockNode::isPartition).toList();
    }

    /** What has been made of it: mapped devices, RAIDs. */
    List<String> holders() throws IOException {
        return children(directory.resolve("holders"))
                .map(holder -> String.valueOf(holder.getFileName()))
                .toList();
    }

    /** An attribute of the USB device on which it hangs; empty when it hangs on none. */
    Optional<String> usb(String name) throws IOException {
        Optional<Path> device = usbDevice();
        return device.isPresent()
                ? Optional.of(attribute(device.get().resolve(name)))
                : Optional.empty();
    }

    private Optional<Path> usbDevice() {
        return Stream.iterate(directory, path -> path != null, Path::getParent)
                .filter(path -> Files.isRegularFile(path.resolve("idVendor")))
                .filter(path -> Files.isRegularFile(path.resolve("devnum")))
                .findFirst();
    }

    private static Stream<Path> children(Path folder) throws IOException {
        List<Path> children = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
                entries.forEach(children::add);
            }
        }
        return children.stream().sorted();
    }
}
