package org.metalayer.image.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metalayer.image.base.ImageException;
import org.metalayer.image.harness.FakeComputer;

@SuppressWarnings("NullAway.Init") // filled in before every test
class DisksTest {

    private static final long GB = 1_000_000_000;

    @TempDir Path folder;
    private FakeComputer computer;

    @BeforeEach
    void build() throws IOException {
        computer = new FakeComputer(folder);
    }

    @Test
    void aStickCanBeFlashed() throws IOException {
        computer.stick("sda", "4C530001", 8 * GB);
        computer.partition("sda", 1, GB);
        Disk stick = only();
        assertThat(stick.refusals()).isEmpty();
        assertThat(stick.title()).isEqualTo("SanDisk Ultra, 8.0 GB, serial number 4C530001");
        assertThat(stick.partitions()).containsExactly(new DiskPartition("sda1", GB, List.of()));
    }

    @Test
    void whatAFirmwareSaysCannotActOnATerminal() throws IOException {
        computer.stick("sda", "\u001B[2J4C53", 8 * GB);
        assertThat(only().serial()).isEqualTo("[2J4C53");
    }

    @Test
    void internalDisksAreShownAndRefused() throws IOException {
        computer.internal("sda", 8 * GB);
        assertThat(only().refusals())
                .containsExactly("is no USB disk, but built into this computer");
    }

    @Test
    void disksOfSoftwareAreRefusedAndNotListed() throws IOException {
        computer.virtual("loop0", "loop", GB);
        computer.virtual("dm-0", "dm", GB);
        computer.virtual("md0", "md", GB);
        assertThat(computer.disks().list()).isEmpty();
        assertThat(refusals("loop0")).containsExactly("is a loop device, not a disk");
        assertThat(refusals("dm-0"))
                .containsExactly("is made of other disks (LVM, encryption or RAID)");
        assertThat(refusals("md0"))
                .containsExactly("is made of other disks (LVM, encryption or RAID)");
    }

    @Test
    void whatIsNoStickIsRefused() throws IOException {
        computer.stick("sda", "1", 8 * GB);
        computer.set("sda", "removable", "0");
        computer.stick("sdb", "2", 0);
        computer.stick("sdc", "3", 8 * GB);
        computer.set("sdc", "ro", "1");
        computer.stick("sdd", "4", 8 * GB);
        computer.set("sdd", "queue/logical_block_size", "4096");
        assertThat(refusals("sda").getFirst()).contains("external disk");
        assertThat(refusals("sdb").getFirst()).contains("no medium");
        assertThat(refusals("sdc").getFirst()).contains("write-protected");
        assertThat(refusals("sdd").getFirst()).contains("4096");
    }

    @Test
    void whatIsMountedIsRefusedWithThePlace() throws IOException {
        computer.stick("sda", "1", 8 * GB);
        computer.partition("sda", 1, GB);
        String number = Files.readString(computer.directory("sda1").resolve("dev")).strip();
        computer.mountinfo(
                "30 1 %s / /media/my\\040stick rw - vfat /dev/sda1 rw\n".formatted(number));
        assertThat(only().refusals())
                .containsExactly(
                        "is in use: sda1 is mounted at /media/my stick (umount /media/my stick)");
    }

    /** Such as btrfs, whose mounts have numbers of their own. */
    @Test
    void whatIsMountedByNameOnlyIsRefused() throws IOException {
        computer.stick("sda", "1", 8 * GB);
        computer.mountinfo(
                "30 1 0:44 / / rw shared:1 - btrfs %s rw\n"
                        .formatted(computer.dev().resolve("sda")));
        assertThat(only().refusals().getFirst()).contains("runs from", "mounted at /");
    }

    @Test
    void swapSpaceAndOpenedVolumesAreRefused() throws IOException {
        computer.stick("sda", "1", 8 * GB);
        Path swap = computer.partition("sda", 1, GB);
        computer.partition("sda", 2, GB);
        computer.swaps("Filename Type Size Used Priority\n%s partition 1 0 -2\n".formatted(swap));
        Files.createDirectories(computer.directory("sda2").resolve("holders/dm-0"));
        assertThat(only().refusals())
                .satisfiesExactly(
                        first -> assertThat(first).contains("sda1 is swap space"),
                        second -> assertThat(second).contains("sda2 belongs to dm-0"));
    }

    @Test
    void aPartitionIsNoDisk() throws IOException {
        computer.stick("sda", "1", 8 * GB);
        Path partition = computer.partition("sda", 1, GB);
        assertThatThrownBy(() -> computer.disks().find(partition))
                .isInstanceOf(ImageException.class)
                .hasMessageContaining("is a partition")
                .hasMessageEndingWith("dev/sda");
    }

    @Test
    void aDiskThatIsNotThereIsNoFileToBeMade() {
        assertThatThrownBy(() -> computer.disks().find(computer.dev().resolve("sdz")))
                .isInstanceOf(ImageException.class)
                .hasMessageContaining("is no disk of this computer");
    }

    @Test
    void linksAreFollowedToTheDisk() throws IOException {
        Path node = computer.stick("sda", "1", 8 * GB);
        Files.createDirectories(computer.dev().resolve("disk/by-id"));
        Path link =
                Files.createSymbolicLink(
                        computer.dev().resolve("disk/by-id/usb-SanDisk"), Path.of("../../sda"));
        assertThat(computer.disks().find(link).orElseThrow().node()).isEqualTo(node);
        Path elsewhere = Files.createSymbolicLink(folder.resolve("mine.raw"), node);
        assertThat(computer.disks().find(elsewhere).orElseThrow().node()).isEqualTo(node);
    }

    @Test
    void amongTheLinksToDisksNoFileIsMade() {
        assertThatThrownBy(() -> computer.disks().find(computer.dev().resolve("disk/by-id/usb-x")))
                .isInstanceOf(ImageException.class)
                .hasMessageContaining("is no disk of this computer");
    }

    @Test
    void otherFilesAreNoDisks() throws IOException {
        assertThat(computer.disks().find(folder.resolve("new.raw"))).isEmpty();
        assertThat(computer.disks().find(computer.dev().resolve("shm/new.raw"))).isEmpty();
    }

    @Test
    void anotherStickInItsPlaceIsAnother() throws IOException {
        computer.stick("sda", "1", 8 * GB);
        Disk before = only();
        assertThat(before.isStill(only())).isTrue();
        computer.set("sda", "diskseq", "99");
        assertThat(before.isStill(only())).isFalse();
    }

    private Disk only() throws IOException {
        List<Disk> disks = computer.disks().list();
        assertThat(disks).hasSize(1);
        return disks.getFirst();
    }

    private List<String> refusals(String name) throws IOException {
        return computer.disks().find(computer.dev().resolve(name)).orElseThrow().refusals();
    }
}
