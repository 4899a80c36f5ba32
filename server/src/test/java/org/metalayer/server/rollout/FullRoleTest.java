package org.metalayer.server.rollout;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metalayer.protocol.UpgradeType;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.message.DeploymentManifest;
import org.metalayer.protocol.message.Withdrawal;
import org.metalayer.protocol.trust.Director;
import org.metalayer.protocol.tuf.client.HttpFetcher;
import org.metalayer.protocol.tuf.client.MetadataStore;
import org.metalayer.protocol.tuf.client.Pace;
import org.metalayer.protocol.tuf.client.RootPin;
import org.metalayer.protocol.tuf.client.TrustedTargets;
import org.metalayer.protocol.tuf.client.Updater;
import org.metalayer.server.catalog.trust.ManyTargets;
import org.metalayer.server.catalog.trust.Trust;
import org.metalayer.server.catalog.trust.TrustRole;
import org.metalayer.server.testing.SimulatedFleet;
import org.metalayer.server.testing.TestClock;

/** A halt reaches sticks however long there has been no room for new releases. */
@QuarkusTest
class FullRoleTest {

    @Inject RolloutFixture fixture;
    @Inject SimulatedFleet fleet;
    @Inject ManyTargets many;
    @Inject Manifests manifests;
    @Inject Trust trust;
    @Inject InstantSource clock;

    @TestHTTPResource("/feed/v1/metadata/")
    URI metadata;

    @TempDir Path stick;

    @BeforeEach
    void begin() throws IOException {
        fixture.begin();
    }

    @AfterEach
    void end() {
        many.rest();
        TestClock.reset();
        manifests.refresh();
        assertThat(manifests.trouble()).isEmpty();
    }

    @Test
    void fortyDaysAfterContentWasFullAHaltIsSeen() throws IOException {
        RolloutDetail rollout = fixture.start(fleet.enrolOnline(5).getFirst(), UpgradeType.BUGFIX);
        many.list(TrustRole.CONTENT, ManyTargets.MOST, ManyTargets.CLASSES);
        manifests.refresh();
        many.list(TrustRole.CONTENT, ManyTargets.MOST + 1, ManyTargets.CLASSES);
        manifests.refresh();
        assertThat(manifests.trouble()).isPresent();

        TestClock.shift(Duration.ofDays(40));
        fixture.operator(RolloutVerb.HALT, rollout);

        TrustedTargets seen = asAStick();
        assertThat(manifest(seen).withdrawn())
                .extracting(Withdrawal::releaseId)
                .containsExactly(rollout.release().id());
        assertThat(seen.find(path(ManyTargets.MOST - 1))).as("content is fresh").isPresent();
        assertThat(seen.find(path(ManyTargets.MOST))).isEmpty();
        assertThat(manifests.trouble())
                .hasValueSatisfying(trouble -> assertThat(trouble).contains("content is full"));
    }

    private static String path(int number) {
        return ManyTargets.path(TrustRole.CONTENT, number);
    }

    /** What the protocol's own client accepts, up to where it reads. */
    private TrustedTargets asAStick() throws IOException {
        return new Updater(
                        RootPin.ofDigest(trust.sha256()),
                        new MetadataStore(stick),
                        new HttpFetcher(metadata, Pace.DEFAULT))
                .refresh(clock.instant());
    }

    private static DeploymentManifest manifest(TrustedTargets seen) throws IOException {
        String location = seen.location(seen.find(Director.MANIFEST).orElseThrow());
        byte[] document =
                given().urlEncodingEnabled(false)
                        .get("/feed/v1/targets/" + location)
                        .then()
                        .statusCode(200)
                        .extract()
                        .asByteArray();
        return DeploymentManifest.read(Json.parseObject(document));
    }
}
