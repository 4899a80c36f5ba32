package org.metalayer.server.catalog.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.metalayer.protocol.Sha256;
import org.metalayer.server.platform.Sql;

/** More leftovers than one batch, as of a stick that announced files and sent none. */
@QuarkusTest
class LeftoversTest {

    private static final int MANY = 2 * ArtifactSweep.BATCH + 3;

    @Inject Sql sql;
    @Inject ArtifactStore store;
    @Inject ArtifactQueries artifacts;
    @Inject ArtifactSweep sweep;

    private final UUID holder = UUID.randomUUID();

    @BeforeEach
    void leave() {
        sweep.sweep(); // what other tests stored becomes a leftover now, and not in the middle
        forget();
        sql.update(
                """
                INSERT INTO artifact_leftover (sha256)
                SELECT encode(sha256(n::text::bytea), 'hex') FROM generate_series(1, ?) AS n\
                """,
                MANY);
    }

    @AfterEach
    void forget() {
        sql.update("DELETE FROM artifact_leftover");
        sql.update("DELETE FROM artifact_hold WHERE holder = ?", holder);
    }

    @Test
    void allGoButTheOneThatIsHeld() throws IOException {
        List<Sha256> all = leftovers();
        Sha256 held = all.getFirst();
        Path kept = Files.writeString(store.path(held), "held");
        Path dropped = Files.writeString(store.path(all.getLast()), "nobody's");
        artifacts.hold(holder, Map.of(held, 4L));

        sweep.sweep();

        assertThat(dropped).doesNotExist();
        assertThat(kept).exists();
        artifacts.letGo(holder);
        assertThat(leftovers()).containsExactly(held);
        sweep.sweep();
        assertThat(kept).doesNotExist();
    }

    @Test
    void oneThatCannotBeDeletedStaysAndHoldsUpNoOther() throws IOException {
        Sha256 first = leftovers().getFirst();
        Path stuck = store.path(first);
        Path within = Files.createDirectories(stuck.resolve("no file"));
        try {
            sweep.sweep();

            assertThat(leftovers()).containsExactly(first);
        } finally {
            Files.delete(within);
            Files.delete(stuck);
        }
    }

    private List<Sha256> leftovers() {
        return artifacts.leftoversAfter(Optional.empty(), MANY);
    }
}
