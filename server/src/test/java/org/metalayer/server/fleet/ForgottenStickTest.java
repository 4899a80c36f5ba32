package org.metalayer.server.fleet;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.metalayer.protocol.blob.BlobPack;
import org.metalayer.protocol.message.OutcomeResult;
import org.metalayer.server.access.StickTokens;
import org.metalayer.server.testing.Proposal;
import org.metalayer.server.testing.SimulatedStick;
import org.metalayer.server.testing.VirtualStick;

/**
 * A session outlives its stick when an older backup is restored. Whatever the stick sends then, it
 * is told to enrol again; anything else it would take as the last word about what it sent.
 */
@QuarkusTest
class ForgottenStickTest {

    private static final String DIGEST = "a".repeat(64);

    @Inject StickTokens tokens;

    private SimulatedStick stick;

    @BeforeEach
    void restore() {
        VirtualStick known = VirtualStick.fresh();
        stick = new SimulatedStick(UUID.randomUUID(), known.moduleId(), known.key());
    }

    @Test
    void aCheckIn() {
        unknown(
                session()
                        .body(
                                """
                                {"agent_version":"0.1.0","installed":[],"free_bytes":1,
                                 "clock":"2026-01-01T00:00:00Z"}\
                                """)
                        .post("/api/v1/stick/check-ins"));
    }

    @Test
    void aReport() {
        unknown(
                session()
                        .body(Proposal.aFeature().signedBy(stick))
                        .post("/api/v1/stick/upgrade-reports"));
    }

    @Test
    void aQuestionAboutAReport() {
        unknown(session().get("/api/v1/stick/upgrade-reports/{id}", UUID.randomUUID()));
    }

    @Test
    void filesOfAReport() {
        unknown(
                session()
                        .contentType(BlobPack.MEDIA_TYPE)
                        .body(Proposal.aFeature().pack())
                        .post("/api/v1/stick/blobs"));
        unknown(
                session()
                        .contentType("application/octet-stream")
                        .header("Upload-Offset", 0)
                        .body(new byte[1])
                        .patch("/api/v1/stick/blobs/{digest}", DIGEST));
        session().head("/api/v1/stick/blobs/{digest}", DIGEST).then().statusCode(401);
    }

    @Test
    void anOutcome() {
        unknown(
                session()
                        .body(
                                stick.outcome(
                                        UUID.randomUUID(),
                                        UUID.randomUUID(),
                                        OutcomeResult.VERIFIED))
                        .post("/api/v1/stick/outcomes"));
    }

    private RequestSpecification session() {
        return VirtualStick.with(tokens.issue(stick.principal()));
    }

    private static void unknown(Response answer) {
        answer.then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:metalayer:problem:unknown-stick"))
                .body("detail", containsString("enrol again"));
    }
}
