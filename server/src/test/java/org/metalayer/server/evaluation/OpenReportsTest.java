package org.metalayer.server.evaluation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.metalayer.protocol.ComponentName;
import org.metalayer.protocol.FileEntry;
import org.metalayer.protocol.FileManifest;
import org.metalayer.protocol.FileMode;
import org.metalayer.protocol.ModuleName;
import org.metalayer.protocol.RelativePath;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.UpgradeType;
import org.metalayer.protocol.message.Contributor;
import org.metalayer.protocol.message.UpgradeReport;
import org.metalayer.server.testing.Proposal;
import org.metalayer.server.testing.SimulatedFleet;
import org.metalayer.server.testing.TestClock;
import org.metalayer.server.testing.TestOperator;
import org.metalayer.server.testing.VirtualStick;

/** One stick cannot fill the Main System. */
@QuarkusTest
class OpenReportsTest {

    private static final int MOST = 20;
    private static final long FOUR_GIB = 4L << 30;

    @Inject SimulatedFleet fleet;

    private VirtualStick stick;

    @BeforeEach
    void begin() throws IOException {
        TestClock.reset();
        fleet.clear();
        stick = VirtualStick.accepted();
    }

    @Test
    void theTwentyFirstUndecidedReportHasToWaitForADecision() {
        Proposal doubtful = Proposal.aFeature().file("tool", "#!/bin/sh").executable();
        whole(doubtful);
        TestOperator.request().post("/api/v1/upgrade-reports/evaluate").then().statusCode(200);
        whole(Proposal.aFeature());
        for (int i = 2; i < MOST; i++) {
            announce(9).statusCode(201);
        }

        announce(9)
                .statusCode(429)
                .contentType("application/problem+json")
                .header("Retry-After", "300")
                .body("type", is("urn:metalayer:problem:too-many-open-reports"))
                .body("detail", containsString("20 reports of this stick are not decided yet"))
                .body("detail", containsString("ask an operator to decide"));

        TestOperator.request()
                .body("{\"verdict\":\"reject\",\"reason\":\"no programs\"}")
                .post("/api/v1/upgrade-reports/{id}/decision", doubtful.id())
                .then()
                .statusCode(200);
        announce(9).statusCode(201);
    }

    @Test
    void theSameReportAgainNeedsNoRoom() {
        Proposal first = Proposal.aFeature();
        submit(first).statusCode(201);
        for (int i = 1; i < MOST; i++) {
            announce(9).statusCode(201);
        }

        submit(first).statusCode(200);
    }

    @Test
    void whatOneStickAnnouncesIsLimitedTogether() {
        announce(FOUR_GIB, FOUR_GIB).statusCode(201);
        announce(FOUR_GIB, FOUR_GIB).statusCode(201);

        announce(1)
                .statusCode(429)
                .header("Retry-After", "300")
                .body("type", is("urn:metalayer:problem:too-many-open-reports"))
                .body("detail", containsString("announce 17,179,869,184 bytes"))
                .body("detail", containsString("upload the files they miss"));
    }

    @Test
    void oneSticksReportsLeaveTheRoomOfAnother() {
        announce(FOUR_GIB, FOUR_GIB).statusCode(201);
        announce(FOUR_GIB, FOUR_GIB).statusCode(201);
        stick = VirtualStick.accepted();

        announce(FOUR_GIB).statusCode(201);
    }

    private void whole(Proposal proposal) {
        submit(proposal).statusCode(201);
        stick.session()
                .contentType("application/vnd.metalayer.blob-pack")
                .body(proposal.pack())
                .post("/api/v1/stick/blobs");
        submit(proposal).statusCode(200).body("state", is("pending"));
    }

    private ValidatableResponse submit(Proposal proposal) {
        return send(proposal.signed(stick.moduleId(), stick.key()));
    }

    /** Reports files of these sizes that nobody has seen yet. */
    private ValidatableResponse announce(long... sizes) {
        UUID id = UUID.randomUUID();
        List<FileEntry> files =
                IntStream.range(0, sizes.length)
                        .mapToObj(i ->
                                new FileEntry(
                                        new RelativePath("file" + i),
                                        sizes[i],
                                        FileMode.PLAIN,
                                        Sha256.of((id + " " + i).getBytes(UTF_8))))
                        .toList();
        return send(
                new UpgradeReport(
                                id,
                                new Contributor(stick.moduleId(), new ModuleName("Stick")),
                                new ComponentName("music-player"),
                                UpgradeType.FEATURE,
                                "Playlists",
                                List.of(),
                                List.of(),
                                List.of(),
                                FileManifest.of(files),
                                Instant.parse("2026-01-01T00:00:00Z"))
                        .sign(stick.key())
                        .encode());
    }

    private ValidatableResponse send(byte[] envelope) {
        return stick.session().body(envelope).post("/api/v1/stick/upgrade-reports").then();
    }
}
