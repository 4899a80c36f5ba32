package org.metalayer.agent.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metalayer.protocol.RelativePath;
import org.metalayer.protocol.Sha256;

class FileIndexStoreTest {

    @TempDir private Path directory;

    @Test
    void loadsWhatWasSaved() throws IOException {
        FileIndex index = index();

        store().save(index);

        FileIndex loaded = store().load();
        assertThat(loaded.takenAt()).isEqualTo(index.takenAt());
        assertThat(loaded.files()).isEqualTo(index.files());
    }

    @Test
    void savesAnEmptyIndex() throws IOException {
        store().save(FileIndex.EMPTY);

        assertThat(store().load().files()).isEmpty();
    }

    @Test
    void knowsNothingBeforeTheFirstSave() throws IOException {
        assertThat(store().load()).isSameAs(FileIndex.EMPTY);
    }

    @Test
    void forgetsADamagedIndexWhateverTheDamage() throws IOException {
        store().save(index());
        byte[] good = Files.readAllBytes(file());
        Random random = new Random(20_261_104L);
        for (int round = 0; round < 500; round++) {
            byte[] bad = good.clone();
            int at = random.nextInt(bad.length);
            bad[at] ^= (byte) (1 + random.nextInt(255));
            Files.write(file(), bad);
            assertThat(store().load()).as("byte %s damaged", at).isSameAs(FileIndex.EMPTY);
        }
    }

    @Test
    void forgetsAnIndexThatWasCutShort() throws IOException {
        store().save(index());
        byte[] good = Files.readAllBytes(file());
        for (int length = 0; length < good.length; length++) {
            Files.write(file(), Arrays.copyOf(good, length));
            assertThat(store().load()).isSameAs(FileIndex.EMPTY);
        }
    }

    private static FileIndex index() {
        SortedMap<RelativePath, FileIndex.Known> files = new TreeMap<>();
        add(files, "a b.txt", new FileStamp(0, -1, Long.MAX_VALUE, 7, 0100644));
        add(files, "Übung/日本語.mp3", new FileStamp(1L << 40, 2, 3, Long.MIN_VALUE, 0100755));
        return new FileIndex(Instant.parse("2026-11-23T01:02:03.000000004Z"), files);
    }

    private static void add(
            SortedMap<RelativePath, FileIndex.Known> files, String path, FileStamp stamp) {
        files.put(
                new RelativePath(path),
                new FileIndex.Known(stamp, Sha256.of(path.getBytes(UTF_8))));
    }

    private Path file() {
        return directory.resolve("index");
    }

    private FileIndexStore store() {
        return new FileIndexStore(file(), new DurableFiles(StorageFaults.none()));
    }
}
