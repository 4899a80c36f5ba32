package org.metalayer.image.flash;

import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.metalayer.image.base.ImageException;
import org.metalayer.image.layout.Esp;
import org.metalayer.image.layout.Ext4;
import org.metalayer.image.layout.Gpt;
import org.metalayer.image.layout.Layout;

/**
 * The ids by which a computer tells two sticks of one image apart. Those of the root partitions are
 * not among them: they are halves of the root's hash, by which the system finds it.
 *
 * @param volume of the EFI file system
 * @param hashSeed for the large folders of the data file system
 */
record NewIdentity(UUID disk, UUID esp, UUID data, int volume, UUID fileSystem, UUID hashSeed) {

    static NewIdentity random(RandomGenerator random) {
        return new NewIdentity(
                uuid(random),
                uuid(random),
                uuid(random),
                random.nextInt(),
                uuid(random),
                uuid(random));
    }

    /** Writes it and reads it back. */
    void writeTo(Path image, Layout layout) throws IOException {
        Gpt gpt = new Gpt(image);
        gpt.setDiskId(disk);
        gpt.setPartitionId(layout.esp(), esp);
        gpt.setPartitionId(layout.data(), data);
        new Esp(image, layout.esp()).setVolumeId(volume);
        Ext4 fileSystem = new Ext4(image, layout.data());
        fileSystem.setId(this.fileSystem);
        fileSystem.setHashSeed(hashSeed);
        NewIdentity read = in(image);
        if (!read.equals(this)) {
            throw new ImageException(
                    "the new ids were written and others are read: %s instead of %s"
                            .formatted(read, this));
        }
    }

    /** The one that an image or a stick has. */
    static NewIdentity in(Path image) throws IOException {
        Layout layout = Layout.of(new Gpt(image).read());
        Ext4 data = new Ext4(image, layout.data());
        return new NewIdentity(
                layout.table().id(),
                layout.esp().id(),
                layout.data().id(),
                new Esp(image, layout.esp()).volumeId(),
                data.id(),
                data.hashSeed());
    }

    /** A random UUID (RFC 9562, version 4). */
    private static UUID uuid(RandomGenerator random) {
        long high = (random.nextLong() & ~0xF000L) | 0x4000L;
        long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
