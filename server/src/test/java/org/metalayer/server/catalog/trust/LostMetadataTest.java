package org.metalayer.server.catalog.trust;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.metalayer.server.platform.DataDirectory;
import org.metalayer.server.platform.Sql;
import org.metalayer.server.platform.StartupException;
import org.metalayer.server.rollout.Manifests;
import org.metalayer.server.testing.SimulatedFleet;
import org.metalayer.server.testing.TestClock;

/** Lost metadata comes back byte for byte, or its loss is said: none is made in its place. */
@QuarkusTest
class LostMetadataTest {

    private static final String METADATA = "/feed/v1/metadata/";

    @Inject SimulatedFleet fleet;
    @Inject Manifests manifests;
    @Inject Trust trust;
    @Inject TrustStore store;
    @Inject TrustMetadataRepository repository;
    @Inject FirstStart firstStart;
    @Inject DataDirectory data;
    @Inject Sql sql;

    @BeforeEach
    void begin() throws IOException {
        TestClock.reset();
        fleet.clear();
        manifests.refresh();
    }

    @Test
    void filesOfTheFeedAreServedAllTheSameAndAreBackAfterAStart() throws IOException {
        Map<String, byte[]> published = published();
        TrustState before = store.load();
        try (Stream<Path> files = Files.list(directory())) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        published.forEach((name, bytes) ->
                assertThat(given().get(METADATA + name).asByteArray()).as(name).isEqualTo(bytes));

        trust.begin(new StartupEvent());

        published.forEach(
                (name, bytes) -> assertThat(directory().resolve(name)).hasBinaryContent(bytes));
        assertThat(store.load().timestamp().signed()).isEqualTo(before.timestamp().signed());
    }

    @ParameterizedTest
    @EnumSource(TrustRole.class)
    void aRoleThatTheDatabaseLostStopsTheStart(TrustRole role) {
        whenTheDatabaseHas(
                "DELETE FROM trust_metadata WHERE role = '%s'".formatted(role.wire()), role);
    }

    @Test
    void soDoesAGapInTheRootsThatClientsWalkThrough() {
        whenTheDatabaseHas(
                """
                INSERT INTO trust_metadata (role, version, bytes, expires_at, published_at)
                SELECT role, version + 2, bytes, expires_at, published_at FROM trust_metadata
                WHERE role = 'root' ORDER BY version DESC LIMIT 1\
                """,
                TrustRole.ROOT);
    }

    private void whenTheDatabaseHas(String changed, TrustRole role) {
        QuarkusTransaction.begin();
        try {
            sql.update(changed);
            Map<String, Long> left = repository.heads();
            TrustStore fresh = new TrustStore(repository);

            firstStart.begin();
            assertThatThrownBy(fresh::load)
                    .isInstanceOf(StartupException.class)
                    .hasMessage(
                            "the database has lost trust metadata of %s: restore the database's"
                                    + " backup",
                            role.wire());
            assertThat(repository.heads()).isEqualTo(left);
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    private Map<String, byte[]> published() {
        ServedTrust served = trust.served();
        Map<String, byte[]> published = new LinkedHashMap<>();
        published.put("timestamp.json", served.timestamp());
        served.fileNames().forEach(name -> published.put(name, served.file(name).orElseThrow()));
        return published;
    }

    private Path directory() {
        return data.feed().resolve("v1/metadata");
    }
}
