package org.metalayer.server.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.metalayer.protocol.UpgradeType;
import org.metalayer.protocol.keyfile.KeyFile;
import org.metalayer.protocol.keyfile.KeyFiles;
import org.metalayer.protocol.tuf.model.SignedMetadata;
import org.metalayer.server.catalog.trust.Trust;
import org.metalayer.server.platform.DataDirectory;
import org.metalayer.server.testing.SimulatedFleet;
import org.metalayer.server.testing.TestClock;
import org.metalayer.server.testing.TestOperator;

/** A halt reaches sticks also past a bad key file; where it cannot, all ends within a day. */
@QuarkusTest
class HaltWithoutKeysTest {

    @Inject RolloutFixture fixture;
    @Inject SimulatedFleet fleet;
    @Inject Manifests manifests;
    @Inject Trust trust;
    @Inject DataDirectory data;
    @Inject InstantSource clock;

    @TempDir Path kept;

    @SuppressWarnings("NullAway.Init") // before each test
    private RolloutDetail running;

    @BeforeEach
    void begin() throws IOException {
        fixture.begin();
        running = fixture.start(fleet.enrolOnline(5).getFirst(), UpgradeType.BUGFIX);
        copy(online(), kept);
    }

    @AfterEach
    void putBack() throws IOException {
        for (Path file : files(online())) {
            Files.delete(file);
        }
        copy(kept, online());
        TestClock.reset();
        manifests.refresh();
        assertThat(manifests.trouble()).isEmpty();
        assertThat(trust.keyTroubles()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "missing, robot.key, content needs 1 of its keys",
        "torn, robot.key, robot.key",
        "locked, robot.key, is locked by a passphrase",
        "torn, stray.key, stray.key"
    })
    void aBadKeyOfContentHoldsItUpNeitherNowNorLater(String how, String file, String told)
            throws IOException {
        spoil(how, file);

        fixture.operator(RolloutVerb.HALT, running);

        assertThat(fixture.manifest().withdrawn()).hasSize(1);
        byte[] served = trust.served().timestamp();
        TestClock.shift(Duration.ofHours(13));
        manifests.refresh();
        assertThat(trust.served().timestamp()).isNotEqualTo(served);
        TestOperator.request()
                .get("/api/v1/overview")
                .then()
                .body(
                        "attention.findAll { it.kind == 'online-key-unusable' }.detail",
                        hasItem(containsString(told)));
    }

    @ParameterizedTest
    @CsvSource({"missing", "torn"})
    void aBadKeyOfTheDirectorEndsWhatItSaidLastWithinADay(String how) throws IOException {
        spoil(how, "director.key");
        assertThat(trust.keyTroubles())
                .anySatisfy(trouble ->
                        assertThat(trouble)
                                .startsWith("director needs 1 of its keys")
                                .endsWith("no halt either"));

        fixture.operator(RolloutVerb.HALT, running);

        assertThat(fixture.manifest().withdrawn()).isEmpty();
        assertThat(manifests.trouble())
                .hasValueSatisfying(
                        trouble -> assertThat(trouble).contains("director needs 1 of its keys"));
        byte[] served = trust.served().timestamp();
        for (int hours : List.of(13, 25)) {
            TestClock.shift(Duration.ofHours(hours));
            manifests.refresh();
            assertThat(trust.served().timestamp()).isEqualTo(served);
        }
        assertThat(SignedMetadata.timestamp(served).signed().isExpiredAt(clock.instant())).isTrue();
    }

    @Test
    void noMoreIsItRenewedWhereNothingIsHalted() throws IOException {
        spoil("missing", "director.key");
        byte[] served = trust.served().timestamp();

        TestClock.shift(Duration.ofHours(13));
        manifests.refresh();

        assertThat(manifests.trouble())
                .hasValueSatisfying(
                        trouble -> assertThat(trouble).contains("director needs 1 of its keys"));
        assertThat(trust.served().timestamp()).isEqualTo(served);
    }

    private void spoil(String how, String name) throws IOException {
        Path file = online().resolve(name);
        switch (how) {
            case "missing" -> Files.delete(file);
            case "locked" -> Files.write(file, locked((KeyFile.Plain) KeyFiles.read(file)));
            default -> Files.write(file, Arrays.copyOf(Files.readAllBytes(any()), 40));
        }
    }

    private static byte[] locked(KeyFile.Plain key) {
        return key.lock("secret".toCharArray(), new SecureRandom()).encode();
    }

    private Path any() throws IOException {
        return files(kept).getFirst();
    }

    private Path online() {
        return data.keys().resolve("online");
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        for (Path file : files(from)) {
            Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
        }
    }
}
