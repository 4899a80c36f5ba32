package org.metalayer.agent.usb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metalayer.agent.usb.Evidence.StringSource;
import org.metalayer.agent.usb.StickRecognition.Contradiction;
import org.metalayer.agent.usb.StickRecognition.NotOnUsb;
import org.metalayer.agent.usb.StickRecognition.Recognised;

/**
 * Where a path lies, followed down to the device; whether the device is believed is told elsewhere.
 */
class StickFinderTest {

    private static final String STICK = FakeKernel.CONTROLLER + "usb1/1-2";
    private static final String SCSI = "/1-2:1.0/host6/target6:0:0/6:0:0:0/block/";
    private static final String DISK = STICK + SCSI + "sdb";
    private static final String PARTITION = DISK + "/sdb3";

    @TempDir private Path temporary;
    private FakeKernel kernel;
    private Path stick;
    private final FakeBus bus = new FakeBus().plug(1, 7, FakeBus.kingston("E0D55EA574"));

    @BeforeEach
    void computerWithAStick() throws IOException {
        kernel =
                new FakeKernel(temporary)
                        .withComputer()
                        .usbDevice(FakeKernel.CONTROLLER + "usb1", 1, 1, "0000:00:14.0")
                        .usbDevice(STICK, 1, 7, "E0D55EA574")
                        .block("8:16", DISK)
                        .block("8:19", PARTITION);
        stick = kernel.directory("media/stick");
    }

    @Test
    void recognisesAPlainPartition() throws IOException {
        kernel.mount("8:19", stick, "ext4", "/dev/sdb3", "rw");

        assertThat(recognise(Files.createDirectories(stick.resolve("agent"))))
                .asInstanceOf(type(Recognised.class))
                .satisfies(found -> {
                    assertThat(found.descriptor())
                            .isEqualTo(
                                    new UsbDescriptor(
                                            0x0951,
                                            0x1666,
                                            0x0110,
                                            "Kingston",
                                            "DataTraveler 3.0",
                                            "E0D55EA574",
                                            false));
                    assertThat(found.evidence().address()).isEqualTo(new UsbAddress(1, 7));
                    assertThat(found.evidence().strings()).isEqualTo(StringSource.DEVICE);
                    assertThat(found.evidence().sysfsDirectory()).endsWithRaw(Path.of("1-2"));
                });
    }

    @Test
    void recognisesAWholeDiskWithoutPartitions() throws IOException {
        kernel.mount("8:16", stick, "vfat", "/dev/sdb", "rw");

        assertRecognised();
    }

    @Test
    void followsASymbolicLinkToTheStick() throws IOException {
        kernel.mount("8:19", stick, "ext4", "/dev/sdb3", "rw");
        Path link = Files.createSymbolicLink(temporary.resolve("link"), stick);

        assertThat(recognise(link)).isInstanceOf(Recognised.class);
    }

    @Test
    void understandsEscapedMountPoints() throws IOException {
        stick = Files.createDirectories(temporary.toRealPath().resolve("my stick\\1"));
        kernel.mount("8:19", stick, "ext4", "/dev/sdb3", "rw");

        assertRecognised();
    }

    @Test
    void understandsMountPointsOutsideAscii() throws IOException {
        stick = kernel.directory("media/Müsli");
        kernel.mount("8:19", stick, "ext4", "/dev/sdb3", "rw");

        assertRecognised();
    }

    @Test
    void followsDeviceMapperToThePartition() throws IOException {
        kernel.block("253:0", "virtual/block/dm-0")
                .stack("virtual/block/dm-0", PARTITION)
                .mount("253:0", stick, "ext4", "/dev/mapper/owner", "rw");

        assertRecognised();
    }

    @Test
    void followsALoopFileToTheStickThatHoldsIt() throws IOException {
        Path live = kernel.directory("run/live");
        kernel.mount("8:19", live, "ext4", "/dev/sdb3", "ro")
                .block("7:0", "virtual/block/loop0")
                .loop("virtual/block/loop0", live + "/root.squashfs")
                .mount("7:0", stick, "squashfs", "/dev/loop0", "ro");

        assertRecognised();
    }

    @Test
    void followsAnEncryptedLoopFileThatWasDeletedWhileInUse() throws IOException {
        Path live = kernel.directory("run/live");
        kernel.mount("8:19", live, "ext4", "/dev/sdb3", "rw")
                .block("7:1", "virtual/block/loop1")
                .loop("virtual/block/loop1", live + "/data.luks (deleted)")
                .block("253:1", "virtual/block/dm-1")
                .stack("virtual/block/dm-1", "virtual/block/loop1")
                .mount("253:1", stick, "ext4", "/dev/mapper/data", "rw");

        assertRecognised();
    }

    @Test
    void fallsBackToTheMountedDeviceForSubvolumes() throws IOException {
        kernel.mount("0:47", stick, "btrfs", "/dev/sdb3", "rw,subvol=/@data");

        assertRecognised();
    }

    @Test
    void resolvesTheNameOfAMappedDevice() throws IOException {
        kernel.block("253:0", "virtual/block/dm-0")
                .stack("virtual/block/dm-0", PARTITION)
                .deviceNode("mapper/owner", "dm-0")
                .mount("0:48", stick, "btrfs", "/dev/mapper/owner", "rw");

        assertRecognised();
    }

    @Test
    void followsAnOverlayToItsWritableLayer() throws IOException {
        Path upper = kernel.directory("run/upper");
        kernel.mount("8:19", upper, "ext4", "/dev/sdb3", "rw")
                .mount(
                        "0:49",
                        stick,
                        "overlay",
                        "overlay",
                        "rw,lowerdir=/run/live,upperdir=" + upper + "/changes,workdir=/run/work");

        assertRecognised();
    }

    @Test
    void believesTheMountThatHidesADeeperOne() throws IOException {
        Path below = kernel.directory("media/stick/data");
        kernel.line("50 20 8:19 / %s rw - ext4 /dev/sdb3 rw".formatted(below))
                .line("51 20 254:0 / %s rw - ext4 /dev/vda rw".formatted(stick));

        assertThat(recognise(below)).isInstanceOf(NotOnUsb.class);
    }

    @Test
    void believesTheLastOfSeveralMountsInOnePlace() throws IOException {
        kernel.line("50 20 254:0 / %s rw - ext4 /dev/vda rw".formatted(stick))
                .line("51 50 8:19 / %s rw - ext4 /dev/sdb3 rw".formatted(stick));

        assertRecognised();
    }

    @Test
    void tellsTheSticksBehindOneHubApart() throws IOException {
        String other = FakeKernel.CONTROLLER + "usb1/1-4/1-4.3";
        String disk = other + "/1-4.3:1.0/host8/target8:0:0/8:0:0:0/block/sdc";
        kernel.usbDevice(FakeKernel.CONTROLLER + "usb1/1-4", 1, 8, "HUB")
                .usbDevice(FakeKernel.CONTROLLER + "usb1/1-4/1-4.1", 1, 9, "FIRST")
                .usbDevice(other, 1, 11, "THIRD")
                .block("8:32", disk)
                .block("8:33", disk + "/sdc1")
                .mount("8:33", stick, "ext4", "/dev/sdc1", "rw");
        bus.plug(1, 8, FakeBus.kingston("HUB"))
                .plug(1, 9, FakeBus.kingston("FIRST"))
                .plug(1, 11, FakeBus.kingston("THIRD"));

        assertThat(recognise(stick))
                .asInstanceOf(type(Recognised.class))
                .satisfies(found -> {
                    assertThat(found.descriptor().serial()).isEqualTo("THIRD");
                    assertThat(found.evidence().address()).isEqualTo(new UsbAddress(1, 11));
                });
    }

    @Test
    void aSataDiskIsNotOnUsb() throws IOException {
        String disk = "pci0000:00/0000:00:17.0/ata1/host0/target0:0:0/0:0:0:0/block/sda";
        kernel.block("8:0", disk).block("8:1", disk + "/sda1");
        kernel.mount("8:1", stick, "ext4", "/dev/sda1", "rw");

        assertNotOnUsb("the device sda1");
    }

    @Test
    void anNvmeDiskIsNotOnUsb() throws IOException {
        String disk = "pci0000:00/0000:00:1d.0/0000:02:00.0/nvme/nvme0/nvme0n1";
        kernel.block("259:0", disk).block("259:2", disk + "/nvme0n1p2");
        kernel.mount("259:2", stick, "ext4", "/dev/nvme0n1p2", "rw");

        assertNotOnUsb("the device nvme0n1p2");
    }

    @Test
    void aFileSystemInMemoryIsNotOnUsb() throws IOException {
        kernel.mount("0:50", stick, "tmpfs", "tmpfs", "rw");

        assertNotOnUsb("a file system of type tmpfs");
    }

    @Test
    void anOverlayThatNamesItselfIsNotOnUsb() throws IOException {
        kernel.mount("0:51", stick, "overlay", "overlay", "rw,upperdir=" + stick + "/upper");

        assertNotOnUsb("a file system of type overlay");
    }

    @Test
    void aFileSystemOverStickAndDiskIsAContradiction() throws IOException {
        kernel.block("9:0", "virtual/block/md0")
                .stack("virtual/block/md0", PARTITION)
                .stack("virtual/block/md0", "pci0000:00/0000:00:02.0/virtio1/block/vda")
                .mount("9:0", stick, "ext4", "/dev/md0", "rw");

        assertThat(recognise(stick))
                .asInstanceOf(type(Contradiction.class))
                .satisfies(found ->
                        assertThat(found.reason())
                                .contains("bus 001 device 007", "the device vda"));
    }

    @Test
    void aFileSystemOverTwoPartitionsOfOneStickIsOnThatStick() throws IOException {
        kernel.block("8:20", DISK + "/sdb4")
                .block("253:0", "virtual/block/dm-0")
                .stack("virtual/block/dm-0", PARTITION)
                .stack("virtual/block/dm-0", DISK + "/sdb4")
                .mount("253:0", stick, "ext4", "/dev/mapper/joined", "rw");

        assertRecognised();
    }

    @Test
    void storageStackedInACircleEndsWithAReason() throws IOException {
        kernel.block("253:0", "virtual/block/dm-0")
                .block("253:1", "virtual/block/dm-1")
                .stack("virtual/block/dm-0", "virtual/block/dm-1")
                .stack("virtual/block/dm-1", "virtual/block/dm-0")
                .mount("253:0", stick, "ext4", "/dev/mapper/circle", "rw");

        assertNotOnUsb("more than 16 layers");
    }

    @Test
    void aMalformedMountTableIsRefusedWhole() throws IOException {
        kernel.mount("8:19", stick, "ext4", "/dev/sdb3", "rw").line("99 20 8:19 / \u001b[31m oops");

        assertNotOnUsb("malformed line in mountinfo: 99 20 8:19 / [31m oops");
    }

    @Test
    void aMissingKernelDirectoryIsAnOutcome() throws IOException {
        KernelRoots nowhere = new KernelRoots(temporary, temporary.resolve("none"), temporary);

        assertThat(new StickFinder(nowhere, bus).recognise(stick)).isInstanceOf(NotOnUsb.class);
    }

    @Test
    void aMissingPathIsAnOutcome() throws IOException {
        assertThat(recognise(stick.resolve("gone"))).isInstanceOf(NotOnUsb.class);
    }

    private StickRecognition recognise(Path path) {
        return new StickFinder(kernel.roots(), bus).recognise(path);
    }

    private void assertRecognised() {
        assertThat(recognise(stick))
                .asInstanceOf(type(Recognised.class))
                .extracting(found -> found.evidence().address())
                .isEqualTo(new UsbAddress(1, 7));
    }

    private void assertNotOnUsb(String reason) {
        assertThat(recognise(stick))
                .asInstanceOf(type(NotOnUsb.class))
                .extracting(NotOnUsb::reason)
                .asString()
                .contains(reason);
    }
}
