package org.metalayer.server.catalog.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.metalayer.protocol.tuf.model.TargetFile;
import org.metalayer.server.platform.ProblemException;

/** A role that cannot say what it should stays fresh where it can, and holds up no other one. */
class HeldUpTest {

    private static final Instant BEGUN = Instant.parse("2026-11-20T12:00:00Z");

    /** After the life of everything but what people signed. */
    private static final Instant LATER = BEGUN.plus(Duration.ofDays(40));

    private static final TrustRole CONTENT = TrustRole.CONTENT;

    @TempDir Path directory;

    @SuppressWarnings("NullAway.Init") // before each test
    private BegunTrust begun;

    @BeforeEach
    void firstStart() throws IOException {
        begun = BegunTrust.in(directory, BEGUN);
    }

    @Test
    void aFullRoleIsSignedAnewWithoutWhatWasWithdrawn() {
        TrustState full = listing(many(0, ManyTargets.MOST), begun.state(), BEGUN);
        Edition edition = new Edition(full, begun.online(), LATER);

        TrustState after = sealed(edition, many(1, ManyTargets.MOST + 1));

        assertThat(after.list(CONTENT).signed().targets()).isEqualTo(many(1, ManyTargets.MOST - 1));
        assertThat(edition.troubles())
                .singleElement()
                .asString()
                .contains("content is full", "of 4000 releases", "the 3998 that were listed")
                .contains("halt rollouts whose releases nobody needs");
    }

    @Test
    void afterARotationItIsSignedByTheNewKey() throws IOException {
        TrustState full = listing(many(0, ManyTargets.MOST), begun.state(), BEGUN);
        Edition edition = new Edition(full, begun.online(), LATER);
        edition.list(TrustRole.TARGETS, begun.replacingRobotBy("robot-2", LATER));

        TrustState after = sealed(edition, many(0, ManyTargets.MOST + 1));

        assertThat(after.list(CONTENT).signed().targets())
                .isEqualTo(full.list(CONTENT).signed().targets());
        assertThat(after.list(CONTENT).isSignedBy(after.authority(CONTENT))).isTrue();
        assertThat(after.list(CONTENT).isSignedBy(full.authority(CONTENT))).isFalse();
    }

    @Test
    void whoeverReplacesAKeyBringsTheNewOne() throws IOException {
        Edition edition = new Edition(begun.state(), begun.online(), BEGUN);
        edition.list(TrustRole.TARGETS, begun.replacingRobotBy("robot-2", BEGUN));
        Files.delete(begun.online().directory().resolve("robot-2.key"));

        assertThatThrownBy(() -> edition.relist(CONTENT, Map.of()))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("put them there first");
        TrustState unsigned = edition.seal();
        assertThatThrownBy(() -> ClientCheck.require(begun.state(), unsigned, BEGUN))
                .hasMessageContaining("content")
                .hasMessageContaining("has 0 of the 1 signatures");
    }

    @Test
    void aLostKeyOfContentHoldsUpNoWordOfTheDirectors() throws IOException {
        Files.delete(begun.online().directory().resolve("robot.key"));
        Edition edition = new Edition(begun.state(), begun.online(), LATER);
        edition.relist(TrustRole.DIRECTOR, many(0, 1));

        TrustState after = sealed(edition, many(0, 1));

        assertThat(after.list(TrustRole.DIRECTOR).signed().targets()).hasSize(1);
        assertThat(after.list(CONTENT)).isSameAs(begun.state().list(CONTENT));
        assertThat(edition.troubles())
                .singleElement()
                .asString()
                .startsWith("content needs 1 of its keys")
                .contains("put them there first");
    }

    @Test
    void aLostKeyOfTheDirectorsStopsAllThatItSaidLast() throws IOException {
        Files.delete(begun.online().directory().resolve("director.key"));
        Edition edition = new Edition(begun.state(), begun.online(), BEGUN);

        assertThatThrownBy(() -> edition.relist(TrustRole.DIRECTOR, many(0, 1)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("director needs 1 of its keys")
                .hasMessageContaining("put them there first");
    }

    @ParameterizedTest
    @ValueSource(strings = {"director", "snapshot"})
    void withoutItsKeyTheTimestampIsNotRenewedEither(String name) throws IOException {
        Files.delete(begun.online().directory().resolve(name + ".key"));
        Edition due = new Edition(begun.state(), begun.online(), BEGUN.plus(Duration.ofHours(12)));

        assertThatThrownBy(due::seal)
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(name + " needs 1 of its keys");
    }

    @Test
    void whatTheDirectorSaidIsNotPublishedOnceItIsStale() {
        Edition edition = new Edition(begun.state(), begun.online(), LATER);
        edition.relist(CONTENT, Map.of());
        TrustState stale = edition.seal();

        assertThatThrownBy(() -> ClientCheck.require(begun.state(), stale, LATER))
                .hasMessageContaining("director expired");
    }

    private TrustState listing(Map<String, TargetFile> all, TrustState before, Instant now) {
        Edition edition = new Edition(before, begun.online(), now);
        edition.relist(CONTENT, all);
        assertThat(edition.troubles()).isEmpty();
        return edition.seal();
    }

    /** What is published when this is wanted; a client accepts it. */
    private static TrustState sealed(Edition edition, Map<String, TargetFile> wanted) {
        Map<String, TargetFile> listed = edition.list(CONTENT).signed().targets();
        edition.relist(CONTENT, edition.readable(CONTENT, wanted, listed));
        if (edition.items().stream().noneMatch(item -> item.role() == TrustRole.DIRECTOR)) {
            edition.relist(TrustRole.DIRECTOR, Map.of());
        }
        TrustState after = edition.seal();
        ClientCheck.require(edition.before(), after, edition.now());
        return after;
    }

    private static Map<String, TargetFile> many(int first, int count) {
        return new TreeMap<>(ManyTargets.targets(CONTENT, first, count, ManyTargets.CLASSES));
    }
}
