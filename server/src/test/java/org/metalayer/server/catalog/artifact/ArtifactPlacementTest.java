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

/** What is placed and vouched for in two steps, and sweeps between them. */
@QuarkusTest
class ArtifactPlacementTest {

    @Inject ArtifactStore store;
    @Inject ArtifactPlacement placement;
    @Inject ArtifactSweep sweep;
    @Inject DurableWrites durable;
    @Inject DataDirectory data;

    private final byte[] bytes = UUID.randomUUID().toString().getBytes(UTF_8);
    private final Sha256 digest = Sha256.of(bytes);

    @Test
    void whatIsNotThereIsNotVouchedFor() {
        assertThatThrownBy(() -> placement.vouch(files(), Map.of(digest, 1L)))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessageContaining("nobody held it");

        assertThat(store.sizes(List.of(digest))).isEmpty();
    }

    @Test
    void whatComesBackWhileItIsSweptIsNoLeftover() throws IOException {
        storeInAPack();
        sweep.disown();
        assertThat(store.sizes(List.of(digest))).isEmpty();

        Path again = Files.write(files().unfinished().resolve(digest.hex()), bytes);
        files().settle(placement.place(files(), List.of(new ArtifactFiles.Staged(digest, again))));
        sweep.clean();
        placement.vouch(files(), Map.of(digest, (long) bytes.length));

        assertThat(store.path(digest)).hasBinaryContent(bytes);
        assertThat(store.sizes(List.of(digest))).containsEntry(digest, (long) bytes.length);
        assertThat(again).doesNotExist();
    }

    @Test
    void aPackLeavesNothingAside() throws IOException {
        storeInAPack();
        storeInAPack();

        assertThat(store.path(digest)).hasBinaryContent(bytes);
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
