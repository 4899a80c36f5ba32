package org.metalayer.agent.usb;

import java.util.Locale;

/**
 * What a USB device says of itself. Evidence for people and for clone detection, never identity:
 * anyone can make a device that says the same.
 *
 * @param vendorId idVendor, 0 to 0xffff
 * @param productId idProduct, 0 to 0xffff
 * @param bcdDevice the device's own version, 0 to 0xffff
 * @param manufacturer printable text, empty when the device has none
 * @param product printable text, empty when the device has none
 * @param serial printable text, empty when the device has none
 * @param virtual whether this was declared and no hardware was seen
 */
public record UsbDescriptor(
        int vendorId,
        int productId,
        int bcdDevice,
        String manufacturer,
        String product,
        String serial,
        boolean virtual) {

    public UsbDescriptor {
        checkNumber("vendorId", vendorId);
        checkNumber("productId", productId);
        checkNumber("bcdDevice", bcdDevice);
        manufacturer = DeviceText.clean(manufacturer);
        product = DeviceText.clean(product);
        serial = DeviceText.clean(serial);
    }

    /**
     * A stand-in for hardware: a developer's machine or a test. Marked as such wherever it is
     * shown.
     */
    public static UsbDescriptor virtual(String serial) {
        return new UsbDescriptor(0, 0, 0, "Meta Layer", "Virtual stick", serial, true);
    }

    /** A number as protocol §2 writes it: four lower-case hex digits. */
    public static String hex(int number) {
        checkNumber("number", number);
        return String.format(Locale.ROOT, "%04x", number);
    }

    private static void checkNumber(String what, int number) {
        if (number < 0 || number > 0xffff) {
            throw new IllegalArgumentException(what + " must be 0 to 0xffff, was " + number);
        }
    }
}
