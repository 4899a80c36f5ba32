package org.metalayer.server.catalog.artifact;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metalayer.protocol.Sha256;
import org.metalayer.server.platform.ProblemException;

class ArtifactFilesTest {

    private static final byte[] CONTENT = "content".getBytes(UTF_8);
    private static final Sha256 DIGEST = Sha256.of(CONTENT);

    @TempDir Path directory;

    private final DurableWrites durable = new DurableWrites();
    private ArtifactFiles files;

    @BeforeEach
    void open() {
        files = new ArtifactFiles(directory, durable);
    }

    @AfterEach
    void close() {
        durable.close();
    }

    @Test
    void anArtifactLiesUnderItsDigest() throws IOException {
        place(CONTENT);

        Path expected =
                directory
                        .resolve(DIGEST.hex().substring(0, 2))
                        .resolve(DIGEST.hex().substring(2));
        assertThat(expected).hasBinaryContent(CONTENT);
        assertThat(files.of(DIGEST)).isEqualTo(expected);
    }

    @Test
    void aSoundFileIsNeverReplaced() throws IOException {
        place(CONTENT);
        Object before = Files.getAttribute(files.of(DIGEST), "unix:ino");

        place(CONTENT);

        assertThat(Files.getAttribute(files.of(DIGEST), "unix:ino")).isEqualTo(before);
    }

    @Test
    void aLeftoverWithOtherBytesIsReplaced() throws IOException {
        place(CONTENT);
        Files.write(files.of(DIGEST), new byte[7]);

        place(CONTENT);

        assertThat(files.of(DIGEST)).hasBinaryContent(CONTENT);
    }

    @Test
    void whatCannotBeForcedIsAnError() {
        assertThatThrownBy(() -> durable.force(List.of(directory.resolve("gone"))))
                .isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void withoutHeadroomNothingIsBegun() {
        DiskSpace space = new DiskSpace(directory, Long.MAX_VALUE);

        assertThatThrownBy(() -> space.require(1))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        full -> {
                            assertThat(full.type().status()).isEqualTo(507);
                            assertThat(full.headers()).containsKey("Retry-After");
                        });
    }

    @Test
    void aFullDiskIsToldFromOtherFailures() {
        DiskSpace space = new DiskSpace(directory, 0);

        assertThat(space.explain(new IOException("No space left on device")))
                .isInstanceOf(ProblemException.class);
        assertThat(
                        space.explain(
                                new FileSystemException("f", null, "Disk quota exceeded")))
                .isInstanceOf(ProblemException.class);
        assertThat(space.explain(new IOException("Input/output error")))
                .isNotInstanceOf(ProblemException.class);
    }

    private void place(byte[] content) throws IOException {
        Path written = Files.write(directory.resolve("written"), content);
        files.place(List.of(new ArtifactFiles.Staged(Sha256.of(content), written)));
    }
}
