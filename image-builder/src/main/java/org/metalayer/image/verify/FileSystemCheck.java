package org.metalayer.image.verify;

import java.io.IOException;
import java.io.RandomAccessFile;
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

    private static final int SECTORS_PER_FAT16 = 22;
    private static final int STATE_FAT16 = 0x25;
    private static final int STATE_FAT32 = 0x41;

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
            if (fsck(copy).isSuccess()) {
                return Finding.sound(ESP, "its file system is in order");
            }
            markUnmounted(copy);
            ToolRun check = fsck(copy);
            return check.isSuccess()
                    ? Finding.changed(ESP, NOT_UNMOUNTED)
                    : Finding.broken(
                            ESP, "its file system is damaged: %s".formatted(check.lastWord()));
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private static ToolRun fsck(Path fileSystem) throws IOException {
        return Tools.run(Tool.FSCK_VFAT, List.of("-n", fileSystem.toString()));
    }

    /** What is wrong besides can only be told apart when that is right (fatgen103, boot sector). */
    private static void markUnmounted(Path fileSystem) throws IOException {
        try (RandomAccessFile sector = new RandomAccessFile(fileSystem.toFile(), "rw")) {
            sector.seek(SECTORS_PER_FAT16);
            int state = sector.readShort() == 0 ? STATE_FAT32 : STATE_FAT16;
            sector.seek(state);
            int flags = sector.readUnsignedByte();
            sector.seek(state);
            sector.write(flags & ~1);
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
