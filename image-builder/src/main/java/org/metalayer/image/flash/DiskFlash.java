package org.metalayer.image.flash;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.metalayer.image.base.ImageException;
import org.metalayer.image.base.Progress;
import org.metalayer.image.disk.Disk;
import org.metalayer.image.disk.Disks;
import org.metalayer.image.disk.ExclusiveHold;
import org.metalayer.image.fleet.Fleet;

/** Makes a stick of a disk. */
public final class DiskFlash {

    private final Disks disks;
    private final Preparation preparation;
    private final Progress progress;

    public DiskFlash(Disks disks, Preparation preparation, Progress progress) {
        this.disks = disks;
        this.preparation = preparation;
        this.progress = progress;
    }

    /**
     * Makes sure that an image may be written to a disk.
     *
     * @throws ImageException when it may not, for every reason that there is
     */
    public static void require(Disk disk, SourceImage image) {
        if (!disk.isFlashable()) {
            throw new ImageException(
                    "%s is not overwritten: it %s"
                            .formatted(disk.node(), String.join("; it ", disk.refusals())));
        }
        FileFlash.requireRoom(image, disk.size(), disk.node().toString());
        if (!Files.isWritable(disk.node())) {
            throw new ImageException(
                    "%s may not be written by this account: use sudo".formatted(disk.node()));
        }
    }

    /**
     * Overwrites a disk and reads it back.
     *
     * @param disk that the person agreed to
     * @return the bytes that had to be written
     */
    public long flash(SourceImage image, Disk disk, Optional<Fleet> fleet) throws IOException {
        require(disk, image);
        Path copy = Files.createTempFile(roomFor(image), ".flash", ".raw");
        try {
            copy.toFile().deleteOnExit(); // also when it is interrupted
            preparation.prepare(image, copy, disk.size(), fleet);
            return write(copy, disk, Stretch.of(image.size(), disk.size()));
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private long write(Path copy, Disk disk, List<Stretch> stretches) throws IOException {
        try (ExclusiveHold _ = ExclusiveHold.on(disk.node());
                FileChannel prepared = FileChannel.open(copy);
                FileChannel stick =
                        FileChannel.open(
                                disk.node(), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            requireStill(disk, stick);
            StickWriter writer = new StickWriter(prepared, stick, progress);
            writer.erase(Stretch.tables(disk.size()));
            long written = writer.write(stretches);
            new ReadBack(prepared, progress).compare(disk.node(), stretches);
            return written;
        }
    }

    /** Asked of the kernel with the disk open: from here on no other can be written by mistake. */
    private void requireStill(Disk disk, FileChannel stick) throws IOException {
        Optional<Disk> now = disks.find(disk.node());
        if (now.filter(disk::isStill).isEmpty() || stick.size() != disk.size()) {
            throw new ImageException(
                    "%s is no longer the disk that was asked about (%s): nothing was written"
                            .formatted(disk.node(), disk.title()));
        }
        if (!now.get().isFlashable()) {
            throw new ImageException(
                    "%s has come into use meanwhile: it %s. Nothing was written"
                            .formatted(disk.node(), String.join("; it ", now.get().refusals())));
        }
    }

    /** Beside the image, where it takes no memory, if that can be written. */
    private static Path roomFor(SourceImage image) {
        Path beside = image.file().toAbsolutePath().normalize().getParent();
        return beside != null && Files.isWritable(beside)
                ? beside
                : Path.of(System.getProperty("java.io.tmpdir"));
    }
}
