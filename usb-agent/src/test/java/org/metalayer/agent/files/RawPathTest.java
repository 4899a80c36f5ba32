package org.metalayer.agent.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.metalayer.protocol.RelativePath;

class RawPathTest {

    private static final String HARD = "Übung/日本語 +%2F&#'()~ß.mp3";

    @TempDir private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"a", "a b+c%20", "Übung/日本語.mp3", HARD, "👩‍🚀", "#"})
    void writesAndReadsNamesInUtf8(String name) throws IOException {
        Path file = RawPath.resolve(directory, new RelativePath(name));

        assertThat(new String(RawPath.bytes(file), UTF_8)).endsWith("/" + name);
        assertThat(RawPath.fileName(file)).contains(name.substring(name.lastIndexOf('/') + 1));
    }

    @Test
    void tellsNamesThatAreNotUtf8() throws IOException {
        Path file = Path.of(URI.create(directory.toUri() + "caf%E9.mp3"));
        Files.createFile(file);

        assertThat(RawPath.fileName(file)).isEmpty();
        assertThat(RawPath.bytes(file)).endsWith(new byte[] {(byte) 0xe9, '.', 'm', 'p', '3'});
    }

    @Test
    void knowsTheRootDirectory() {
        assertThat(RawPath.bytes(Path.of("/"))).containsExactly('/');
        assertThat(RawPath.resolve(Path.of("/"), new RelativePath("é")).getParent())
                .isEqualTo(Path.of("/"));
    }

    @Test
    void worksForAnAgentThatWasStartedWithoutALocale() throws IOException {
        int status =
                ChildJvm.run(Map.of("LC_ALL", "POSIX"), WithoutLocale.class, directory.toString());

        assertThat(status).isZero();
        Path written = RawPath.resolve(directory, new RelativePath(HARD));
        assertThat(written).hasContent("written");
    }

    /** Writes a file with a hard name below its argument, finds it again and scans it. */
    static final class WithoutLocale {
        public static void main(String[] arguments) throws IOException {
            Path directory = Path.of(arguments[0]);
            Path file = RawPath.resolve(directory, new RelativePath(HARD));
            Files.createDirectories(file.getParent());
            new DurableFiles(StorageFaults.none()).replace(file, "written".getBytes(UTF_8));
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
                for (Path entry : entries) {
                    assertThat(RawPath.fileName(entry)).contains("Übung");
                }
            }
            Scan scan = new TreeScan(InstantSource.system()).scan(directory, FileIndex.EMPTY);
            assertThat(scan.tree().refused()).isEmpty();
            assertThat(scan.tree().files()).containsOnlyKeys(new RelativePath(HARD));
        }
    }
}
