package org.metalayer.agent.usb;

import java.nio.file.Path;

/**
 * How a device was found, for the owner to read.
 *
 * @param address where the device sits
 * @param sysfsDirectory the kernel's directory of the device
 * @param strings who read manufacturer, product and serial
 */
public record Evidence(UsbAddress address, Path sysfsDirectory, StringSource strings) {

    /** Who read a device's text. */
    public enum StringSource {
        /** The device itself, opened through usb4java just now. */
        DEVICE,
        /** The kernel, when the device was plugged in: this agent may not open the device. */
        SYSFS
    }
}
