package org.metalayer.agent.usb;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the USB device that carries a path, and checks it twice (design §4). */
public final class StickFinder {

    private final KernelRoots roots;
    private final UsbBus bus;

    public StickFinder(KernelRoots roots, UsbBus bus) {
        this.roots = roots;
        this.bus = bus;
    }

    /** The finder for the running system. */
    public static StickFinder ofThisComputer() {
        return new StickFinder(KernelRoots.running(), new LibUsbBus());
    }

    /**
     * Says which USB device carries {@code path}. Whatever cannot be read is an outcome, never an
     * exception.
     *
     * @param path an existing file or directory, usually the agent's own
     */
    public StickRecognition recognise(Path path) {
        try {
            Set<Carrier> carriers = Carriers.of(path, roots);
            if (carriers.size() > 1) {
                return new StickRecognition.Contradiction(
                        "%s is spread over %s".formatted(path, listed(carriers)));
            }
            return switch (carriers.iterator().next()) {
                case Carrier.OnUsb(SysfsDevice device) -> check(device);
                case Carrier.Elsewhere(String what) ->
                        new StickRecognition.NotOnUsb(
                                "%s is on %s, which is no USB device".formatted(path, what));
            };
        } catch (IOException | DirectoryIteratorException | IllegalArgumentException e) {
            return new StickRecognition.NotOnUsb(
                    "cannot tell which device carries %s: %s".formatted(path, e.getMessage()));
        }
    }

    private StickRecognition check(SysfsDevice device) {
        return switch (bus.read(device.address())) {
            case UsbBus.Found found -> compare(device, found);
            case UsbBus.Absent() ->
                    new StickRecognition.Contradiction(
                            "the kernel has the stick at %s, usb4java does not list it: was it replugged?"
                                    .formatted(device.address()));
            case UsbBus.Unavailable(String reason) ->
                    new StickRecognition.Unconfirmed(
                            device.descriptor(),
                            device.evidence(Evidence.StringSource.SYSFS),
                            reason);
        };
    }

    private static StickRecognition compare(SysfsDevice device, UsbBus.Found found) {
        UsbDescriptor sysfs = device.descriptor();
        List<String> differences = new ArrayList<>();
        addDifference(differences, "idVendor", sysfs.vendorId(), found.vendorId());
        addDifference(differences, "idProduct", sysfs.productId(), found.productId());
        addDifference(differences, "bcdDevice", sysfs.bcdDevice(), found.bcdDevice());
        found.strings()
                .filter(read -> !sameText(read.serial(), sysfs.serial()))
                .ifPresent(read ->
                        differences.add(
                                "serial is \"%s\" in sysfs and \"%s\" in the device"
                                        .formatted(
                                                sysfs.serial(), DeviceText.clean(read.serial()))));
        if (!differences.isEmpty()) {
            return new StickRecognition.Contradiction(
                    device.address() + ": " + String.join("; ", differences));
        }
        Evidence.StringSource source =
                found.strings().isPresent()
                        ? Evidence.StringSource.DEVICE
                        : Evidence.StringSource.SYSFS;
        return new StickRecognition.Recognised(
                withStrings(sysfs, found.strings()), device.evidence(source));
    }

    private static UsbDescriptor withStrings(UsbDescriptor sysfs, Optional<UsbBus.Strings> read) {
        return read.map(text ->
                        new UsbDescriptor(
                                sysfs.vendorId(),
                                sysfs.productId(),
                                sysfs.bcdDevice(),
                                text.manufacturer(),
                                text.product(),
                                text.serial(),
                                false))
                .orElse(sysfs);
    }

    private static void addDifference(
            List<String> differences, String what, int sysfs, int device) {
        if (sysfs != device) {
            differences.add(
                    "%s is %s in sysfs and %s in the device"
                            .formatted(what, UsbDescriptor.hex(sysfs), UsbDescriptor.hex(device)));
        }
    }

    private static boolean sameText(String a, String b) {
        return DeviceText.comparable(a).equals(DeviceText.comparable(b));
    }

    private static String listed(Set<Carrier> carriers) {
        return String.join(" and ", carriers.stream().map(Carrier::toString).toList());
    }
}
