package org.metalayer.protocol.message;

import java.util.regex.Pattern;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.Texts;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;

/**
 * What a stick's USB device says of itself: evidence, never identity.
 *
 * @param vendorId four hex digits
 * @param productId four hex digits
 * @param bcdDevice the device's release, four hex digits
 * @param virtual declared, not read from hardware
 */
public record Usb(
        String vendorId,
        String productId,
        String bcdDevice,
        String manufacturer,
        String product,
        String serial,
        boolean virtual) {
    private static final Pattern FOUR_HEX = Pattern.compile("[0-9a-f]{4}");

    public Usb {
        requireFourHex("vendor_id", vendorId);
        requireFourHex("product_id", productId);
        requireFourHex("bcd_device", bcdDevice);
        Texts.line("manufacturer", manufacturer, 0, 126);
        Texts.line("product", product, 0, 126);
        Texts.line("serial", serial, 0, 126);
    }

    public static Usb read(JsonObject json) {
        return new Usb(
                json.string("vendor_id"),
                json.string("product_id"),
                json.string("bcd_device"),
                json.string("manufacturer"),
                json.string("product"),
                json.string("serial"),
                json.bool("virtual"));
    }

    public JsonObject write() {
        return new JsonBuilder()
                .put("vendor_id", vendorId)
                .put("product_id", productId)
                .put("bcd_device", bcdDevice)
                .put("manufacturer", manufacturer)
                .put("product", product)
                .put("serial", serial)
                .put("virtual", virtual)
                .build();
    }

    /** Whether it may be the same device: its release and its maker's name may change. */
    public boolean isSameDevice(Usb other) {
        return vendorId.equals(other.vendorId)
                && productId.equals(other.productId)
                && serial.equals(other.serial)
                && virtual == other.virtual;
    }

    private static void requireFourHex(String what, String value) {
        if (!FOUR_HEX.matcher(value).matches()) {
            throw new MalformedDocumentException(what + " must be four lower-case hex digits");
        }
    }
}
