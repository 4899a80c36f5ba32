package org.metalayer.agent.usb;

import java.util.Locale;

/**
 * Where a device sits until it is unplugged.
 *
 * @param bus bus number as the kernel counts it, 1 to 255
 * @param device device address on that bus, 1 to 127
 */
public record UsbAddress(int bus, int device) {
    public UsbAddress {
        if (bus < 1 || bus > 255) {
            throw new IllegalArgumentException("bus must be 1 to 255, was " + bus);
        }
        if (device < 1 || device > 127) {
            throw new IllegalArgumentException("device must be 1 to 127, was " + device);
        }
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "bus %03d device %03d", bus, device);
    }
}
