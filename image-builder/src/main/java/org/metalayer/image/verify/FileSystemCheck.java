package org.metalayer.image.verify;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.metalayer.image.base.Progress;
import org.metalayer.image.base.SparseCopy;
import org.metalayer.image.layout.Ext4;
import org.metalayer.image.layout.Layout;
import org.metalayer.image.tool.Tool;
import org.metalayer.image.tool.ToolRun;
import org.metalayer.image.tool.Tools;
import org.metalayer.protocol.Sha256;

/** Looks for damage in the two file systems that are written to. */
final class FileSystemCheck {

    private static final String ESP = "EFI partition";
    private static final String DATA = "data partition";
    private static final String NOT_UNMOUNTED = "was not unmounted; the next start sees to that";

    private final Path file;
    private final Progress progress;

    FileSystemCheck(Path file, Progress progress) {
        this.file = file;
        this.progress = progress;
    }

    /** fsck.vfat takes no part of a file, so that it gets a copy. */
    Finding esp(Layout layout) throws IOException {
        Path copy = Files.createTempFile("metalayer", ".esp");
        try {
            copy.toFile().deleteOnExit(); // also when it is interrupted: it can hold a code
            copy(layout, copy);
            ToolRun check = Tools.run(Tool.FSCK_VFAT, List.of("-n", copy.toString()));
            if (check.isSuccess()) {
                return Finding.sound(ESP, "its file system is in order");
            }
            return check.text().contains("Dirty bit is set")
                    ? Finding.changed(ESP, NOT_UNMOUNTED)
                    : Finding.broken(
                            ESP, "its file system is damaged: %s".formatted(check.lastWord()));
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    Finding data(Layout layout) throws IOException {
        Ext4 fileSystem = new Ext4(file, layout.data());
        ToolRun check = fileSystem.check();
        if (fileSystem.isToBeRecovered()) {
            return Finding.changed(DATA, NOT_UNMOUNTED);
        }
        return check.isSuccess()
                ? Finding.sound(DATA, "its file system is in order")
                : Finding.broken(
                        DATA,
                        "its file system is damaged (%s): copy what is needed from it, and flash again"
                                .formatted(check.lastWord()));
    }

    private void copy(Layout layout, Path copy) throws IOException {
        try (FileChannel from = FileChannel.open(file);
                FileChannel to = FileChannel.open(copy, StandardOpenOption.WRITE)) {
            progress.begin("Reading the EFI partition", layout.esp().size());
            Sha256 _ =
                    SparseCopy.copy(from, layout.esp().start(), layout.esp().size(), to, progress);
            progress.end();
        }
    }
}
