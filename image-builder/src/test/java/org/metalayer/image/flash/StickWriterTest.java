package org.metalayer.image.flash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metalayer.image.base.Progress;

@SuppressWarnings("NullAway.Init") // filled in before the tests
class StickWriterTest {

    private static final int MB = 1 << 20;

    @TempDir Path folder;
    private Path stick;

    @BeforeEach
    void plugIn() throws IOException {
        stick = Files.write(folder.resolve("stick"), filled(8 * MB, 1));
    }

    private static byte[] filled(int length, int value) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    /** Of an image of 4 MB, of which only so much can be read. */
    private void write(int readable) throws IOException {
        Path image = Files.write(folder.resolve("image"), filled(readable, 2));
        try (FileChannel from = FileChannel.open(image);
                FileChannel to =
                        FileChannel.open(
                                stick, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            StickWriter writer = new StickWriter(from, to, Progress.UNSEEN);
            writer.erase(Stretch.tables(8 * MB));
            writer.write(Stretch.of(4 * MB, 8 * MB));
        }
    }

    @Test
    void whatIsCutOffHasNoPartitionTable() throws IOException {
        assertThatThrownBy(() -> write(3 * MB)).isInstanceOf(IOException.class);
        byte[] found = Files.readAllBytes(stick);
        assertThat(Arrays.copyOf(found, MB)).containsOnly(0);
        assertThat(Arrays.copyOfRange(found, MB, 3 * MB)).containsOnly(2);
        assertThat(Arrays.copyOfRange(found, 7 * MB, 8 * MB)).containsOnly(0);
    }

    @Test
    void whatIsWholeIsWrittenButForWhatTheDataWillGrowOver() throws IOException {
        write(8 * MB);
        byte[] found = Files.readAllBytes(stick);
        assertThat(Arrays.copyOf(found, 4 * MB)).containsOnly(2);
        assertThat(Arrays.copyOfRange(found, 4 * MB, 7 * MB)).containsOnly(1);
        assertThat(Arrays.copyOfRange(found, 7 * MB, 8 * MB)).containsOnly(2);
    }

    @Test
    void theTableComesLastAlsoWhereAnImageFillsTheStick() {
        assertThat(Stretch.of(4 * MB, 4 * MB))
                .isEqualTo(List.of(new Stretch(MB, 4 * MB), new Stretch(0, MB)));
    }
}
