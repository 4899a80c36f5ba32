package org.metalayer.agent.cli;

import org.metalayer.agent.identity.UsbIdentity;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;
import org.metalayer.protocol.message.Usb;

/** The USB device a stick is on, for people and programs. */
final class UsbText {

    private UsbText() {}

    static String line(UsbIdentity identity) {
        String device = identity.descriptor().map(usb -> describe(usb) + ", ").orElse("");
        return "%s: %s%s".formatted(identity.status(), device, identity.evidence());
    }

    static JsonObject json(UsbIdentity identity) {
        JsonBuilder json =
                new JsonBuilder()
                        .put("status", identity.status())
                        .put("evidence", identity.evidence());
        identity.descriptor().ifPresent(usb -> json.put("descriptor", usb.write()));
        return json.build();
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
}
