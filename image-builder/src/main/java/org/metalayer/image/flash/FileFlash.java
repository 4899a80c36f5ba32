package org.metalayer.image.flash;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import org.metalayer.image.base.ImageException;
import org.metalayer.image.fleet.Fleet;

/**
 * Makes a file that is what a stick would be: for virtual machines, and for writing it elsewhere.
 */
public final class FileFlash {

    /** It can hold an enrolment code. */
    private static final FileAttribute<Set<PosixFilePermission>> PRIVATE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Preparation preparation;

    public FileFlash(Preparation preparation) {
        this.preparation = preparation;
    }

    /**
     * Makes the file, whole or not at all.
     *
     * @param size of the stick that it stands for, in bytes
     * @throws ImageException when there is something of that name already
     */
    public void flash(SourceImage image, Path target, long size, Optional<Fleet> fleet)
            throws IOException {
        requireFree(image, target);
        requireRoom(image, size, target.toString());
        Path unfinished = target.resolveSibling(target.getFileName() + ".unfinished");
        Files.deleteIfExists(unfinished);
        try {
            Files.createFile(unfinished, PRIVATE);
            unfinished.toFile().deleteOnExit(); // also when it is interrupted
            preparation.prepare(image, unfinished, size, fleet);
            try (FileChannel file = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
                file.force(true);
            }
            // Without REPLACE_EXISTING: what came into its place meanwhile is not overwritten.
            Files.move(unfinished, target);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    static void requireRoom(SourceImage image, long size, String target) {
        if (size < image.size()) {
            throw new ImageException(
                    "%s is too small: it has %s bytes, and the image needs %s"
                            .formatted(target, size, image.size()));
        }
    }

    private static void requireFree(SourceImage image, Path target) throws IOException {
        if (Files.exists(target) && Files.isSameFile(target, image.file())) {
            throw new ImageException("%s is the image itself".formatted(target));
        }
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            throw new ImageException(
                    "%s exists already, and is not overwritten: delete it, or name another file"
                            .formatted(target));
        }
        Path folder = target.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new ImageException("%s is no folder".formatted(folder));
        }
    }
}
