package org.metalayer.agent.usb;

import java.util.Optional;

/** The USB devices that this computer lists now. */
public interface UsbBus {

    /** Reads the descriptor of the device at {@code address}; never throws. */
    Reading read(UsbAddress address);

    /** What came of asking. */
    sealed interface Reading {}

    /**
     * The device is there.
     *
     * @param strings its text, empty when the device could not be opened
     */
    record Found(int vendorId, int productId, int bcdDevice, Optional<Strings> strings)
            implements Reading {}

    /** The bus lists devices, but none at this address. */
    record Absent() implements Reading {}

    /** The bus cannot be asked here. */
    record Unavailable(String reason) implements Reading {}

    /** A device's text as it gave it, not cleaned; empty where it has none. */
    record Strings(String manufacturer, String product, String serial) {}
}
