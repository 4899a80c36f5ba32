package org.metalayer.agent.identity;

import java.nio.file.Path;
import java.util.Optional;
import org.metalayer.agent.usb.StickFinder;
import org.metalayer.agent.usb.StickRecognition;
import org.metalayer.agent.usb.UsbDescriptor;
import org.metalayer.protocol.message.Usb;

/**
 * The USB device the stick is on, as evidence.
 *
 * @param descriptor absent when there is neither a device nor a declared one
 * @param status one word: {@code recognised}, {@code unconfirmed}, {@code virtual} or {@code
 *     unknown}
 * @param evidence how it is known, in plain words
 */
public record UsbIdentity(Optional<Usb> descriptor, String status, String evidence) {

    /** Takes the declared virtual descriptor where there is one, else looks for the hardware. */
    public static UsbIdentity of(Optional<String> virtualSerial, StickFinder finder, Path stick) {
        return virtualSerial
                .map(UsbIdentity::virtual)
                .orElseGet(() -> recognised(finder.recognise(stick)));
    }

    /** In one line. */
    public String line() {
        String device = descriptor.map(usb -> describe(usb) + ", ").orElse("");
        return "%s: %s%s".formatted(status, device, evidence);
    }

    private static String describe(Usb usb) {
        return "%s:%s %s %s, serial %s"
                .formatted(
                        usb.vendorId(),
                        usb.productId(),
                        usb.manufacturer(),
                        usb.product(),
                        usb.serial().isEmpty() ? "none" : usb.serial());
    }

    private static UsbIdentity virtual(String serial) {
        return new UsbIdentity(
                Optional.of(message(UsbDescriptor.virtual(serial))),
                "virtual",
                "declared in stick.json, no hardware was looked for");
    }

    private static UsbIdentity recognised(StickRecognition recognition) {
        return switch (recognition) {
            case StickRecognition.Recognised(var descriptor, var evidence) ->
                    new UsbIdentity(
                            Optional.of(message(descriptor)),
                            "recognised",
                            "%s (%s)".formatted(evidence.address(), evidence.sysfsDirectory()));
            case StickRecognition.Unconfirmed(var descriptor, var evidence, var reason) ->
                    new UsbIdentity(
                            Optional.of(message(descriptor)),
                            "unconfirmed",
                            "%s by the kernel's word only: %s"
                                    .formatted(evidence.address(), reason));
            case StickRecognition.NotOnUsb(var reason) ->
                    new UsbIdentity(Optional.empty(), "unknown", reason);
            case StickRecognition.Contradiction(var reason) ->
                    new UsbIdentity(Optional.empty(), "unknown", reason);
        };
    }

    private static Usb message(UsbDescriptor descriptor) {
        return new Usb(
                UsbDescriptor.hex(descriptor.vendorId()),
                UsbDescriptor.hex(descriptor.productId()),
                UsbDescriptor.hex(descriptor.bcdDevice()),
                descriptor.manufacturer(),
                descriptor.product(),
                descriptor.serial(),
                descriptor.virtual());
    }
}
