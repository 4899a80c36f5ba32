package org.metalayer.image.flash;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.metalayer.image.base.ImageException;
import org.metalayer.image.base.Progress;
import org.metalayer.image.base.SparseCopy;
import org.metalayer.image.fleet.Fleet;
import org.metalayer.image.fleet.FleetFiles;
import org.metalayer.image.layout.Esp;
import org.metalayer.image.layout.Ext4;
import org.metalayer.image.layout.Gpt;
import org.metalayer.image.layout.Layout;
import org.metalayer.image.tool.Tool;
import org.metalayer.image.tool.ToolRun;
import org.metalayer.image.tool.Tools;
import org.metalayer.protocol.Sha256;

/**
 * Makes, of an image, the one that a single stick gets: as large as the stick, with ids of its own
 * and its fleet's settings. All of that is done to a copy, so that the stick is written once, from
 * front to back, and compared with something.
 */
public final class Preparation {

    private final RandomGenerator random;
    private final Progress progress;

    /** A preparation that takes the new ids from {@code random}. */
    public Preparation(RandomGenerator random, Progress progress) {
        this.random = random;
        this.progress = progress;
    }

    /** Makes sure that everything is there that will be needed. */
    public static void requireTools() {
        Tools.require(
                Tool.SFDISK,
                Tool.TUNE2FS,
                Tool.DEBUGFS,
                Tool.DUMPE2FS,
                Tool.E2FSCK,
                Tool.MCOPY,
                Tool.MDIR,
                Tool.MINFO,
                Tool.MLABEL,
                Tool.MMD,
                Tool.MTYPE);
    }

    /**
     * Prepares a copy.
     *
     * @param copy a file that exists and is empty
     * @param size of the stick, in bytes
     * @param fleet replaces the settings in the image; empty leaves those
     */
    void prepare(SourceImage image, Path copy, long size, Optional<Fleet> fleet)
            throws IOException {
        try (FileChannel from = FileChannel.open(image.file());
                FileChannel to = FileChannel.open(copy, StandardOpenOption.WRITE)) {
            progress.begin("Preparing", image.size());
            Sha256 read = SparseCopy.copy(from, 0, image.size(), to, progress);
            progress.end();
            requireAsBuilt(image, read);
            SparseCopy.setLength(to, size);
        }
        new Gpt(copy).moveBackupToEnd();
        Layout layout = Layout.of(new Gpt(copy).read());
        NewIdentity.random(random).writeTo(copy, layout);
        if (fleet.isPresent()) {
            new FleetFiles(new Esp(copy, layout.esp())).write(fleet.get());
        }
        requireSound(copy, layout);
    }

    private static void requireAsBuilt(SourceImage image, Sha256 read) {
        image.sha256()
                .filter(built -> !built.equals(read))
                .ifPresent(built -> {
                    throw new ImageException(
                            "%s is damaged: its digest is %s, and the manifest beside it says %s. Copy or build it again"
                                    .formatted(image.file(), read, built));
                });
    }

    private static void requireSound(Path copy, Layout layout) throws IOException {
        for (ToolRun check :
                List.of(new Gpt(copy).check(), new Ext4(copy, layout.data()).check())) {
            check.required();
        }
    }
}
