package org.metalayer.server.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.metalayer.protocol.Sha256;
import org.metalayer.server.platform.Sql;
import org.metalayer.server.testing.Proposal;
import org.metalayer.server.testing.SimulatedFleet;
import org.metalayer.server.testing.TestClock;
import org.metalayer.server.testing.TestOperator;
import org.metalayer.server.testing.VirtualStick;

/** A report whose files stop coming ends by itself, and its owner learns why. */
@QuarkusTest
class AbandonedReportsTest {

    private static final String REASON =
            "upload: no byte of its files came for 14 days: report the upgrade again to go on";

    @Inject SimulatedFleet fleet;
    @Inject AbandonedReports abandoned;
    @Inject Sql sql;

    private final byte[] song = new byte[1000];

    private VirtualStick stick;
    private Proposal proposal;

    @BeforeEach
    void report() throws IOException {
        TestClock.reset();
        fleet.clear();
        stick = VirtualStick.accepted();
        new Random().nextBytes(song);
        proposal = Proposal.empty().file("song.bin", song);
        submit().statusCode(201);
    }

    @AfterEach
    void back() {
        TestClock.reset();
    }

    @Test
    void itIsRejectedAfterFourteenDaysWithoutAByte() {
        after(Duration.ofDays(14).minusMinutes(1)).body("state", is("awaiting_files"));

        after(Duration.ofDays(14).plusMinutes(1))
                .body("state", is("rejected"))
                .body("missing", empty())
                .body("reasons", contains(REASON));
        submit().statusCode(200).body("state", is("rejected"));
        part(0, song).statusCode(422).body("type", is("urn:metalayer:problem:file-not-awaited"));
        TestOperator.request()
                .get("/api/v1/upgrade-reports/{id}", proposal.id())
                .then()
                .body("progress", is("rejected"))
                .body("decision.decided_by", is("policy"))
                .body("decision.stages.stage", contains("upload"));
        assertThat(sql.number("SELECT count(*) FROM artifact_hold")).isZero();
    }

    @Test
    void everyPartOfAFileGivesItTimeAgain() {
        TestClock.shift(Duration.ofDays(10));
        part(0, Arrays.copyOf(song, 500)).statusCode(204);

        after(Duration.ofDays(20)).body("state", is("awaiting_files"));
        after(Duration.ofDays(25)).body("state", is("rejected"));
    }

    @Test
    void everyPackGivesItTimeAgain() {
        Proposal other = Proposal.empty().file("other.txt", "other " + Sha256.of(song));
        stick.session()
                .body(other.signed(stick.moduleId(), stick.key()))
                .post("/api/v1/stick/upgrade-reports")
                .then()
                .statusCode(201);
        TestClock.shift(Duration.ofDays(10));
        stick.session()
                .contentType("application/vnd.metalayer.blob-pack")
                .body(other.pack())
                .post("/api/v1/stick/blobs")
                .then()
                .statusCode(200);

        after(Duration.ofDays(20)).body("state", is("rejected"));
        state(other).body("state", is("awaiting_files"));
    }

    @Test
    void anEmptyPartGivesItNoTime() {
        TestClock.shift(Duration.ofDays(10));
        part(0, new byte[0]);

        after(Duration.ofDays(20)).body("state", is("rejected"));
    }

    @Test
    void aReportThatIsWholeIsNotAbandoned() {
        part(0, song).statusCode(204);
        submit().statusCode(200).body("state", is("pending"));

        after(Duration.ofDays(100)).body("state", is("pending"));
    }

    private ValidatableResponse after(Duration time) {
        TestClock.shift(time);
        abandoned.sweep();
        return state(proposal);
    }

    private ValidatableResponse state(Proposal of) {
        return stick.session().get("/api/v1/stick/upgrade-reports/{id}", of.id()).then();
    }

    private ValidatableResponse submit() {
        return stick.session()
                .body(proposal.signed(stick.moduleId(), stick.key()))
                .post("/api/v1/stick/upgrade-reports")
                .then();
    }

    private ValidatableResponse part(long offset, byte[] bytes) {
        return stick.session()
                .header("Upload-Offset", offset)
                .contentType("application/partial-upload")
                .body(bytes)
                .patch("/api/v1/stick/blobs/{digest}", Sha256.of(song).hex())
                .then();
    }
}
