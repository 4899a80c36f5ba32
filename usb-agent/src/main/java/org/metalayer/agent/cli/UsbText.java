package org.metalayer.agent.cli;

import org.metalayer.agent.identity.UsbIdentity;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;

/** The USB device a stick is on, for programs. */
final class UsbText {

    private UsbText() {}

    static JsonObject json(UsbIdentity identity) {
        JsonBuilder json =
                new JsonBuilder()
                        .put("status", identity.status())
                        .put("evidence", identity.evidence());
        identity.descriptor().ifPresent(usb -> json.put("descriptor", usb.write()));
        return json.build();
    }
}
