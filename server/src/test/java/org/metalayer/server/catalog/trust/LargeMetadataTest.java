package org.metalayer.server.catalog.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metalayer.protocol.tuf.client.HttpFetcher;
import org.metalayer.protocol.tuf.client.MetadataStore;
import org.metalayer.protocol.tuf.client.Pace;
import org.metalayer.protocol.tuf.client.RootPin;
import org.metalayer.protocol.tuf.client.TrustedTargets;
import org.metalayer.protocol.tuf.client.Updater;
import org.metalayer.server.platform.ProblemException;
import org.metalayer.server.rollout.Manifests;
import org.metalayer.server.testing.SimulatedFleet;
import org.metalayer.server.testing.TestClock;
import org.metalayer.server.testing.TestOperator;

/** No more is published than sticks read; what is too much leaves in force what was before. */
@QuarkusTest
class LargeMetadataTest {

    private static final int MOST = ManyTargets.MOST;

    private static final int CLASSES = ManyTargets.CLASSES;

    @Inject Trust trust;
    @Inject TrustStore store;
    @Inject ManyTargets many;
    @Inject Manifests manifests;
    @Inject SimulatedFleet fleet;
    @Inject InstantSource clock;

    @TestHTTPResource("/feed/v1/metadata/")
    URI metadata;

    @TempDir Path stick;

    @BeforeEach
    void begin() throws IOException {
        TestClock.reset();
        fleet.clear();
        manifests.refresh();
    }

    @AfterEach
    void end() {
        many.rest();
        manifests.refresh();
        assertThat(manifests.trouble()).isEmpty();
    }

    @Test
    void fiveThousandReleasesOfOneRoleReachAStick() throws IOException {
        many.list(TrustRole.CONTENT, 5_000, 0);

        trust.refresh();

        assertThat(asAStick().find(ManyTargets.path(TrustRole.CONTENT, 4_999))).isPresent();
    }

    @Test
    void whatSticksCouldNotReadStaysOutAndHoldsUpNobodyElse() throws IOException {
        many.list(TrustRole.CONTENT, MOST, CLASSES);
        trust.refresh();
        TrustState before = store.load();
        many.list(TrustRole.CONTENT, MOST + 1, CLASSES);
        fleet.clear(); // so that the director has something to say

        manifests.refresh();

        TrustState after = store.load();
        assertThat(after.list(TrustRole.CONTENT).signed())
                .isEqualTo(before.list(TrustRole.CONTENT).signed());
        assertThat(after.list(TrustRole.DIRECTOR).signed().version())
                .isGreaterThan(before.list(TrustRole.DIRECTOR).signed().version());
        TrustedTargets seen = asAStick();
        assertThat(seen.find(ManyTargets.path(TrustRole.CONTENT, MOST - 1))).isPresent();
        assertThat(seen.find(ManyTargets.path(TrustRole.CONTENT, MOST))).isEmpty();
        TestOperator.request()
                .get("/api/v1/overview")
                .then()
                .body(
                        "attention.find { it.kind == 'manifest-unpublished' }.detail",
                        containsString(
                                "content is full: sticks could not read what it has to say of"
                                        + " 4000"));
    }

    @Test
    void nobodyIsAskedToSignWhatSticksCouldNotRead() {
        many.list(TrustRole.CODE, MOST + 1, CLASSES);

        assertThatThrownBy(trust::refresh)
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("code is full: sticks could not read what it has to say")
                .hasMessageContaining("stay in force")
                .hasMessageContaining("halt rollouts");

        assertThat(trust.signings()).isEmpty();
        many.list(TrustRole.CODE, MOST, CLASSES);
        trust.refresh();
        List<Signing> waiting = trust.signings();
        assertThat(waiting).hasSize(1);

        many.list(TrustRole.CODE, MOST + 1, CLASSES);
        assertThatThrownBy(trust::refresh).hasMessageContaining("code is full");
        assertThat(trust.signings())
                .singleElement()
                .satisfies(still ->
                        assertThat(still.prepared().raw())
                                .isEqualTo(waiting.getFirst().prepared().raw()));
    }

    /** What a new stick, which pins the first root, finds by the protocol's own client. */
    private TrustedTargets asAStick() throws IOException {
        return new Updater(
                        RootPin.ofDigest(trust.sha256()),
                        new MetadataStore(stick),
                        new HttpFetcher(metadata, Pace.DEFAULT))
                .refresh(clock.instant());
    }
}
