package org.metalayer.agent.usb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metalayer.agent.usb.Evidence.StringSource;
import org.metalayer.agent.usb.StickRecognition.Contradiction;
import org.metalayer.agent.usb.StickRecognition.NotOnUsb;
import org.metalayer.agent.usb.StickRecognition.Recognised;
import org.metalayer.agent.usb.StickRecognition.Unconfirmed;

/** Sysfs and usb4java are asked about the same device and must say the same. */
class StickCheckTest {

    private static final String STICK = FakeKernel.CONTROLLER + "usb2/2-1";
    private static final String SERIAL = "E0D55EA574";

    @TempDir private Path temporary;
    private FakeKernel kernel;
    private Path stick;

    @BeforeEach
    void stickOnBusTwo() throws IOException {
        String disk = STICK + "/2-1:1.0/host6/target6:0:0/6:0:0:0/block/sdb";
        kernel =
                new FakeKernel(temporary)
                        .withComputer()
                        .usbDevice(STICK, 2, 3, SERIAL)
                        .block("8:16", disk);
        stick = kernel.directory("stick");
        kernel.mount("8:16", stick, "ext4", "/dev/sdb", "rw");
    }

    @Test
    void takesTheTextFromSysfsAndSaysSoWhenTheDeviceMayNotBeOpened() {
        assertThat(recognise(FakeBus.closedKingston()))
                .asInstanceOf(type(Recognised.class))
                .satisfies(found -> {
                    assertThat(found.descriptor().serial()).isEqualTo(SERIAL);
                    assertThat(found.evidence().strings()).isEqualTo(StringSource.SYSFS);
                });
    }

    @Test
    void anotherVendorIsAContradiction() {
        assertContradiction(
                new UsbBus.Found(0x0781, 0x1666, 0x0110, Optional.empty()),
                "idVendor is 0951 in sysfs and 0781 in the device");
    }

    @Test
    void anotherProductIsAContradiction() {
        assertContradiction(
                new UsbBus.Found(0x0951, 0x5567, 0x0110, Optional.empty()),
                "idProduct is 1666 in sysfs and 5567 in the device");
    }

    @Test
    void anotherVersionIsAContradiction() {
        assertContradiction(
                new UsbBus.Found(0x0951, 0x1666, 0x0100, Optional.empty()),
                "bcdDevice is 0110 in sysfs and 0100 in the device");
    }

    @Test
    void anotherSerialIsAContradiction() {
        assertContradiction(
                FakeBus.kingston("CLONE"),
                "serial is \"E0D55EA574\" in sysfs and \"CLONE\" in the device");
    }

    @Test
    void aSerialThatVanishedIsAContradiction() {
        assertContradiction(FakeBus.kingston(""), "serial is \"E0D55EA574\" in sysfs and \"\"");
    }

    @Test
    void aSerialThatOnlyPadsOrBreaksDifferentlyIsTheSame() throws IOException {
        kernel.attribute(STICK, "serial", "  E0D55EA574\ufffd ");

        assertThat(recognise(FakeBus.kingston("E0D55EA574\ud800"))).isInstanceOf(Recognised.class);
    }

    @Test
    void aDeviceThatUsb4javaDoesNotListIsAContradiction() {
        assertContradiction(new UsbBus.Absent(), "bus 002 device 003");
    }

    @Test
    void aDeviceThatNobodyCouldAskIsUnconfirmed() {
        assertThat(recognise(new UsbBus.Unavailable("no libusb")))
                .asInstanceOf(type(Unconfirmed.class))
                .satisfies(found -> {
                    assertThat(found.reason()).isEqualTo("no libusb");
                    assertThat(found.descriptor().serial()).isEqualTo(SERIAL);
                    assertThat(found.evidence().strings()).isEqualTo(StringSource.SYSFS);
                });
    }

    @Test
    void aStickWithoutTextHasEmptyText() throws IOException {
        kernel.without(STICK, "serial").without(STICK, "product").without(STICK, "manufacturer");

        assertThat(recognise(FakeBus.closedKingston()))
                .asInstanceOf(type(Recognised.class))
                .extracting(Recognised::descriptor)
                .isEqualTo(new UsbDescriptor(0x0951, 0x1666, 0x0110, "", "", "", false));
    }

    @Test
    void hostileTextIsHarmlessInTheDescriptor() {
        UsbBus.Strings hostile =
                new UsbBus.Strings("\u001b]0;pwned\u0007", "\u202eevil\n", SERIAL + "\u0000");

        assertThat(recognise(new UsbBus.Found(0x0951, 0x1666, 0x0110, Optional.of(hostile))))
                .asInstanceOf(type(Recognised.class))
                .satisfies(found -> {
                    assertThat(found.descriptor().manufacturer()).isEqualTo("]0;pwned");
                    assertThat(found.descriptor().product()).isEqualTo("evil");
                    assertThat(found.descriptor().serial()).isEqualTo(SERIAL);
                });
    }

    @Test
    void attributesThatAreNoNumbersAreAnOutcome() throws IOException {
        kernel.attribute(STICK, "idVendor", "12345");
        assertThat(recognise(new UsbBus.Absent())).isInstanceOf(NotOnUsb.class);

        kernel.attribute(STICK, "idVendor", "0951").attribute(STICK, "busnum", "two");
        assertThat(recognise(new UsbBus.Absent()))
                .asInstanceOf(type(NotOnUsb.class))
                .extracting(NotOnUsb::reason)
                .asString()
                .contains("busnum", "\"two\"");
    }

    private StickRecognition recognise(UsbBus.Reading reading) {
        FakeBus bus = new FakeBus().plug(2, 3, reading);
        return new StickFinder(kernel.roots(), bus).recognise(stick);
    }

    private void assertContradiction(UsbBus.Reading reading, String reason) {
        assertThat(recognise(reading))
                .asInstanceOf(type(Contradiction.class))
                .extracting(Contradiction::reason)
                .asString()
                .contains(reason);
    }
}
