package org.metalayer.protocol.tuf.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.metalayer.protocol.tuf.client.TestRepository.NOW;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.io.TempDir;

/** A repository and a client that pinned its root. */
abstract class ClientFixture {
    @TempDir Path directory;

    final TestRepository repository = new TestRepository();
    final RootPin pin = RootPin.ofBytes(repository.root.raw());

    /** A client as after a restart of its program. */
    Updater client() {
        return new Updater(pin, new MetadataStore(directory), repository);
    }

    TrustedTargets refresh() throws IOException {
        return client().refresh(NOW);
    }

    Optional<FoundTarget> find(String path) throws IOException {
        return refresh().find(path);
    }

    void refused(Refusal reason) {
        refusedAt(NOW, reason);
    }

    void refusedAt(Instant time, Refusal reason) {
        refused(() -> client().refresh(time), reason);
    }

    static void refused(ThrowingCallable call, Refusal reason) {
        assertThatExceptionOfType(RefusedMetadataException.class)
                .isThrownBy(call)
                .satisfies(e -> assertThat(e.reason()).as(e.getMessage()).isEqualTo(reason));
    }
}
