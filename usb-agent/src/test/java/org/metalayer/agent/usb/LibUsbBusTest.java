package org.metalayer.agent.usb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.usb4java.Context;
import org.usb4java.DeviceList;
import org.usb4java.LibUsb;

/** The real native library on the machine that runs the tests, whatever is plugged into it. */
class LibUsbBusTest {

    private static final UsbAddress UNLIKELY = new UsbAddress(255, 127);

    @Test
    void loadsTheNativeLibrary() {
        assertThat(LibUsb.getVersion().major()).isEqualTo(1);
        assertThat(LibUsb.getApiVersion()).isPositive();
    }

    @Test
    void listsWhatIsPluggedIn() {
        Context context = new Context();
        assertThat(LibUsb.init(context)).isEqualTo(LibUsb.SUCCESS);
        DeviceList devices = new DeviceList();
        int count = LibUsb.getDeviceList(context, devices);
        try {
            assertThat(count).isNotNegative().isEqualTo(devices.getSize());
        } finally {
            LibUsb.freeDeviceList(devices, true);
            LibUsb.exit(context);
        }
    }

    @Test
    void tellsAComputerWithoutUsbFromADeviceThatIsNotThere() {
        UsbBus.Reading reading = new LibUsbBus().read(UNLIKELY);

        if (Files.isDirectory(Path.of("/dev/bus/usb"))) {
            assertThat(reading).isInstanceOfAny(UsbBus.Absent.class, UsbBus.Unavailable.class);
        } else {
            assertThat(reading).isInstanceOf(UsbBus.Unavailable.class);
        }
    }

    @Test
    void readsTheRunningKernel() {
        assertThat(StickFinder.ofThisComputer().recognise(Path.of("/proc/self/mountinfo")))
                .asInstanceOf(type(StickRecognition.NotOnUsb.class))
                .extracting(StickRecognition.NotOnUsb::reason)
                .asString()
                .contains("a file system of type proc");
    }
}
