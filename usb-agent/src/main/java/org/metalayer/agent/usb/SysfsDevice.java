package org.metalayer.agent.usb;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A USB device as the kernel shows it in one sysfs directory. */
record SysfsDevice(Path directory, UsbAddress address, UsbDescriptor descriptor) {

    private static final List<String> MARKS = List.of("busnum", "devnum", "idVendor", "idProduct");

    /**
     * Whether {@code directory} is one of a USB device, and not of an interface or a disk on it.
     */
    static boolean isAt(Path directory) {
        return MARKS.stream().allMatch(mark -> Files.isRegularFile(directory.resolve(mark)));
    }

    /**
     * Reads the device at {@code directory}.
     *
     * @throws IOException when an attribute is missing
     * @throws IllegalArgumentException when one is not what the kernel writes
     */
    static SysfsDevice at(Path directory) throws IOException {
        return new SysfsDevice(
                directory,
                new UsbAddress(number(directory, "busnum", 10), number(directory, "devnum", 10)),
                new UsbDescriptor(
                        number(directory, "idVendor", 16),
                        number(directory, "idProduct", 16),
                        number(directory, "bcdDevice", 16),
                        text(directory, "manufacturer"),
                        text(directory, "product"),
                        text(directory, "serial"),
                        false));
    }

    Evidence evidence(Evidence.StringSource strings) {
        return new Evidence(address, directory, strings);
    }

    private static int number(Path directory, String attribute, int radix) throws IOException {
        String value = read(directory.resolve(attribute)).strip();
        try {
            return Integer.parseInt(value, radix);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "%s of %s is no number: \"%s\""
                            .formatted(attribute, directory, DeviceText.clean(value)),
                    e);
        }
    }

    private static String text(Path directory, String attribute) throws IOException {
        Path file = directory.resolve(attribute);
        return Files.exists(file) ? read(file) : "";
    }

    // Bytes, because the kernel passes on what the device says, which need not be UTF-8.
    private static String read(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
}
