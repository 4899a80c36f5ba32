package org.metalayer.agent.usb;

/** What came of looking for the USB device under a path. */
public sealed interface StickRecognition {

    /**
     * Sysfs and usb4java agree on the device that carries the path.
     *
     * @param evidence how it was found
     */
    record Recognised(UsbDescriptor descriptor, Evidence evidence) implements StickRecognition {}

    /**
     * The kernel says that a USB device carries the path, but usb4java could not be asked.
     *
     * @param descriptor as sysfs shows it
     * @param reason what kept usb4java from answering, and what helps
     */
    record Unconfirmed(UsbDescriptor descriptor, Evidence evidence, String reason)
            implements StickRecognition {}

    /** No USB device could be shown to carry the path. */
    record NotOnUsb(String reason) implements StickRecognition {}

    /** Two sources disagree about the device, so none of them is believed. */
    record Contradiction(String reason) implements StickRecognition {}
}
