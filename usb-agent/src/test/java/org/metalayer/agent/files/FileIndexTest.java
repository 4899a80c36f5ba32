package org.metalayer.agent.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metalayer.protocol.FileMode;
import org.metalayer.protocol.RelativePath;
import org.metalayer.protocol.Sha256;

/** A planted wrong digest shows whether a scan believed the index or read the file. */
class FileIndexTest {

    private static final RelativePath NAME = new RelativePath("song");
    private static final Sha256 PLANTED = Sha256.of("planted".getBytes(UTF_8));
    private static final Duration LONG = Duration.ofHours(1);

    @TempDir private Path root;
    private Path file;

    @BeforeEach
    void aFile() throws IOException {
        file = Files.writeString(root.resolve("song"), "music");
    }

    @Test
    void aFileThatIsAsRememberedIsNotReadAgain() throws IOException {
        assertThat(digest(planted(changed().plus(LONG)))).isEqualTo(PLANTED);
    }

    @Test
    void aFileChangedJustBeforeTheIndexWasTakenIsReadAgain() throws IOException {
        assertThat(digest(planted(changed().plusSeconds(1)))).isEqualTo(digestOf("music"));
    }

    @Test
    void aFileChangedAfterTheIndexWasTakenIsReadAgain() throws IOException {
        assertThat(digest(planted(changed().minus(LONG)))).isEqualTo(digestOf("music"));
    }

    @Test
    void aFileFromTheFutureIsReadEveryTime() throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(changed().plus(LONG.multipliedBy(2))));

        assertThat(digest(planted(changed().plus(LONG)))).isEqualTo(digestOf("music"));
    }

    @Test
    void anotherSizeIsNoticed() throws IOException {
        FileIndex index = planted(changed().plus(LONG));
        Files.writeString(file, "longer music");

        assertThat(digest(index)).isEqualTo(digestOf("longer music"));
    }

    @Test
    void contentOfTheSameSizeWithTheTimeSetBackIsNoticed() throws IOException {
        FileTime before = Files.getLastModifiedTime(file);
        FileIndex index = planted(changed().plus(LONG));
        waitForAnotherTick();
        Files.writeString(file, "noise");
        Files.setLastModifiedTime(file, before);

        assertThat(digest(index)).isEqualTo(digestOf("noise"));
    }

    @Test
    void anotherFileMovedIntoItsPlaceIsNoticed() throws IOException {
        FileTime before = Files.getLastModifiedTime(file);
        Path other = Files.writeString(root.resolve("other"), "noise");
        Files.setLastModifiedTime(other, before);
        FileIndex index = planted(changed().plus(LONG));
        Files.delete(file);
        Files.move(other, file);

        assertThat(digest(index)).isEqualTo(digestOf("noise"));
    }

    @Test
    void theExecutableBitIsNeverTakenFromTheIndex() throws IOException {
        FileIndex index = planted(changed().plus(LONG));
        assertThat(file.toFile().setExecutable(true)).isTrue();

        assertThat(scan(index).tree().files().get(NAME))
                .extracting(entry -> entry.mode())
                .isEqualTo(FileMode.EXECUTABLE);
    }

    @Test
    void aScanRemembersWhatItReadAndForgetsWhatIsGone() throws IOException {
        Files.writeString(root.resolve("gone"), "x");
        FileIndex first = scan(FileIndex.EMPTY).index();
        Files.delete(root.resolve("gone"));
        FileIndex second = scan(first).index();

        assertThat(first.files()).hasSize(2);
        assertThat(second.files()).containsOnlyKeys(NAME);
        assertThat(second.files().get(NAME))
                .isEqualTo(new FileIndex.Known(FileStamp.of(file), digestOf("music")));
    }

    private void waitForAnotherTick() throws IOException {
        Path probe = root.resolve("probe.tmp");
        long now = FileStamp.of(file).changed();
        do {
            Files.writeString(probe, "x");
        } while (FileStamp.of(probe).changed() <= now);
        Files.delete(probe);
    }

    private Instant changed() throws IOException {
        return Instant.EPOCH.plusNanos(FileStamp.of(file).changed());
    }

    private FileIndex planted(Instant takenAt) throws IOException {
        SortedMap<RelativePath, FileIndex.Known> files = new TreeMap<>();
        files.put(NAME, new FileIndex.Known(FileStamp.of(file), PLANTED));
        return new FileIndex(takenAt, files);
    }

    private Sha256 digest(FileIndex known) throws IOException {
        return scan(known).tree().files().firstEntry().getValue().sha256();
    }

    private Scan scan(FileIndex known) throws IOException {
        return new TreeScan(InstantSource.system()).scan(root, known);
    }

    private static Sha256 digestOf(String content) {
        return Sha256.of(content.getBytes(UTF_8));
    }
}
