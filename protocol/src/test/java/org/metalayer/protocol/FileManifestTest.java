package org.metalayer.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileManifestTest {
    private static final Sha256 EMPTY = Sha256.of(new byte[0]);

    @ParameterizedTest
    @CsvSource({
        "a.txt, A.TXT, differ only in case",
        "dir/a, DIR/A, differ only in case",
        "Dir/a, dir/b, the directories Dir and dir differ only in case",
        "a/Deep/x, a/deep/y/z, the directories a/Deep and a/deep differ only in case",
        "straße.txt, STRAẞE.txt, differ only in case",
        "a.txt, a.txt, named twice",
        "a, a/b, is a file and a directory",
        "A, a/b/c, is a file and a directory",
        "a, .git/config, hidden folder",
        "a, b.txt~, editor's leftover"
    })
    void refusesTreesThatSomeFileSystemCannotHold(String first, String second, String message) {
        assertThatThrownBy(() -> manifest(first, second)).hasMessageContaining(message);
    }

    @Test
    void acceptsSiblingsThatOnlyLookAlike() {
        assertThat(manifest("a", "ab/c", "a.b", "b/a").files()).hasSize(4);
    }

    @Test
    void refusesMoreFilesThanTheLimit() {
        String[] paths =
                IntStream.rangeClosed(0, FileManifest.MAX_FILES)
                        .mapToObj(i -> "f" + i)
                        .toArray(String[]::new);
        assertThatThrownBy(() -> manifest(paths)).hasMessageContaining("at most 10000 files");
    }

    @Test
    void countsSizesBeyondTwoGigabytes() {
        FileManifest manifest =
                FileManifest.of(List.of(entry("a", (1L << 31) + 1), entry("b", 1L << 32)));
        assertThat(manifest.totalSize()).isEqualTo((1L << 31) + 1 + (1L << 32));
        assertThatThrownBy(() ->
                        FileManifest.of(
                                List.of(entry("a", 4L << 30), entry("b", 4L << 30), entry("c", 1))))
                .hasMessageContaining("at most 8589934592 bytes");
        assertThatThrownBy(() -> entry("a", (4L << 30) + 1)).hasMessageContaining("size of a");
        assertThatThrownBy(() -> entry("a", -1)).hasMessageContaining("size of a");
    }

    private static FileManifest manifest(String... paths) {
        return FileManifest.of(Stream.of(paths).map(path -> entry(path, 0)).toList());
    }

    private static FileEntry entry(String path, long size) {
        return new FileEntry(new RelativePath(path), size, FileMode.PLAIN, EMPTY);
    }
}
