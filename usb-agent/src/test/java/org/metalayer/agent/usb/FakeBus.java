package org.metalayer.agent.usb;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A bus that answers what a test plugged in. */
final class FakeBus implements UsbBus {

    private final Map<UsbAddress, Reading> devices = new HashMap<>();

    @Override
    public Reading read(UsbAddress address) {
        return devices.getOrDefault(address, new Absent());
    }

    FakeBus plug(int bus, int device, Reading reading) {
        devices.put(new UsbAddress(bus, device), reading);
        return this;
    }

    /** The stick of {@link FakeKernel#usbDevice}, opened. */
    static Found kingston(String serial) {
        return new Found(
                0x0951,
                0x1666,
                0x0110,
                Optional.of(new Strings("Kingston", "DataTraveler 3.0", serial)));
    }

    /** The same, which may not be opened. */
    static Found closedKingston() {
        return new Found(0x0951, 0x1666, 0x0110, Optional.empty());
    }
}
