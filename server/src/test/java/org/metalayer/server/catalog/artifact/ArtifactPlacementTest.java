package org.metalayer.server.catalog.artifact;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.metalayer.protocol.Sha256;
import org.metalayer.server.platform.DataDirectory;

/** Files that are placed while their rows are written. */
@QuarkusTest
class ArtifactPlacementTest {

    @Inject ArtifactStore store;
    @Inject ArtifactPlacement placement;
    @Inject DurableWrites durable;
    @Inject DataDirectory data;

    private final byte[] bytes = UUID.randomUUID().toString().getBytes(UTF_8);
    private final Sha256 digest = Sha256.of(bytes);
    private final Sha256 lost = Sha256.of(UUID.randomUUID().toString().getBytes(UTF_8));

    @Test
    void whereAFileCannotBePlacedNoneIsVouchedFor() throws IOException {
        Path here = Files.write(files().unfinished().resolve(digest.hex()), bytes);
        Path nowhere = files().unfinished().resolve(lost.hex());

        assertThatThrownBy(() ->
                        placement.store(
                                files(),
                                List.of(
                                        new ArtifactFiles.Staged(digest, here),
                                        new ArtifactFiles.Staged(lost, nowhere)),
                                Map.of(digest, (long) bytes.length, lost, 1L)))
                .isInstanceOf(NoSuchFileException.class);

        assertThat(store.sizes(List.of(digest, lost))).isEmpty();
    }

    /** So that other bytes are not noticed here: whoever calls has read them. */
    @Test
    void whatLiesInItsPlaceIsNotReadAgainInATransaction() throws IOException {
        Path place = Files.writeString(store.path(digest), "as many bytes as a disk holds");

        placement.vouch(files(), digest, Files.size(place));

        assertThat(store.sizes(List.of(digest))).containsEntry(digest, Files.size(place));
    }

    @Test
    void whatASweepTookSinceIsNotVouchedFor() {
        assertThatThrownBy(() -> placement.vouch(files(), lost, 1))
                .isInstanceOf(NoSuchFileException.class);

        assertThat(store.sizes(List.of(lost))).isEmpty();
    }

    @Test
    void aDirectoryThatIsNotThereIsMade() throws IOException {
        Path here = Files.write(files().unfinished().resolve(digest.hex()), bytes);
        Path elsewhere = Files.createTempDirectory("another-disk").resolve("blobs");
        ArtifactFiles empty = new ArtifactFiles(Files.createDirectory(elsewhere), durable);

        empty.place(List.of(new ArtifactFiles.Staged(digest, here)));

        assertThat(empty.of(digest)).hasBinaryContent(bytes);
    }

    @Test
    void aPackLeavesNothingAside() throws IOException {
        storeInAPack();
        storeInAPack();

        assertThat(store.path(digest)).hasBinaryContent(bytes);
        assertThat(store.sizes(List.of(digest))).containsEntry(digest, (long) bytes.length);
        assertThat(files().unfinished()).isEmptyDirectory();
    }

    private void storeInAPack() {
        try (ArtifactBatch batch = store.batch()) {
            batch.add(digest, ByteBuffer.wrap(bytes));
            assertThat(batch.commit()).isEqualTo(1);
        }
    }

    private ArtifactFiles files() {
        return new ArtifactFiles(data.blobs(), durable);
    }
}
