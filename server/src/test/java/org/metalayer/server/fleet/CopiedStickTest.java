package org.metalayer.server.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.metalayer.protocol.ratchet.RequestId;
import org.metalayer.protocol.ratchet.StickRatchet;
import org.metalayer.server.platform.Sql;
import org.metalayer.server.testing.Proposal;
import org.metalayer.server.testing.TestOperator;
import org.metalayer.server.testing.VirtualStick;

/** Sticks that were copied, restored or moved, as owner and operator meet them. */
@QuarkusTest
class CopiedStickTest {

    private static final String CHECK_IN =
            """
            {"agent_version":"0.1.0","installed":[],"free_bytes":1,"clock":"1999-01-01T00:00:00Z"}\
            """;

    @Inject Sql sql;

    @Test
    void everySessionTakesAStep() {
        VirtualStick stick = VirtualStick.accepted();
        stick.openSession().then().statusCode(200).body("epoch", equalTo(1));
        stick.openSession()
                .then()
                .body("epoch", equalTo(2))
                .body("epoch_nonce", notNullValue())
                .body("notices", empty());
    }

    @Test
    void aLostReplyIsGivenAgain() {
        VirtualStick stick = VirtualStick.accepted();
        stick.openSession();
        stick.ratchet().updateAndGet(it -> it.begin(() -> new RequestId("a".repeat(32))));
        VirtualStick beforeTheReply = stick.copy();
        String nonce = stick.openSession().then().statusCode(200).extract().path("epoch_nonce");
        beforeTheReply
                .openSession()
                .then()
                .statusCode(200)
                .body("state", equalTo("accepted"))
                .body("epoch_nonce", equalTo(nonce));
        seen(stick).body("warnings", empty());
    }

    @Test
    void twoCopiesAreQuarantinedAndBothSidesAreTold() {
        VirtualStick stick = VirtualStick.accepted();
        stick.openSession();
        VirtualStick copy = stick.copy();
        String token = stick.openSession().then().extract().path("token");
        Response second = copy.openSession();
        second.then()
                .statusCode(200)
                .body("state", equalTo("quarantined"))
                .body("epoch", nullValue())
                .body("notices", contains("cloned"));
        stick.openSession().then().body("notices", contains("cloned"));

        seen(stick)
                .body("state", equalTo("quarantined"))
                .body("warnings.kind", contains("cloned", "cloned"))
                .body("warnings.known", contains(true, false))
                .body("warnings.usb.serial", contains(stick.usb().serial(), stick.usb().serial()))
                .body("allowed_verbs", contains("accept", "retire", "keep"));
        TestOperator.request()
                .get("/api/v1/overview")
                .then()
                .body("attention.find { it.kind == 'stick-cloned' }.severity", equalTo("high"));

        checkIn(token).statusCode(200).body("state", equalTo("quarantined"));
        problem(report(stick, token), 403, "stick-not-accepted")
                .body("state", equalTo("quarantined"));
    }

    @Test
    void theCopyThatIsKeptGoesOnAndTheOtherIsSentAway() {
        for (boolean first : List.of(true, false)) {
            Pair pair = cloned();
            VirtualStick stick = pair.stick();
            VirtualStick copy = pair.copy();
            VirtualStick kept = first ? stick : copy;
            VirtualStick gone = first ? copy : stick;
            String name = kept.ratchet().get().pending().orElseThrow().hex();
            keep(stick, name)
                    .statusCode(200)
                    .body("state", equalTo("accepted"))
                    .body("warnings", empty());
            problem(gone.openSession().then(), 403, "copy-set-aside");
            kept.openSession()
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("accepted"))
                    .body("epoch", notNullValue());
            problem(gone.openSession().then(), 403, "copy-set-aside");
            kept.openSession().then().body("state", equalTo("accepted"));
        }
    }

    @Test
    void aSessionFromBeforeTheCopiesWereToldApartGivesNothing() {
        Pair pair = cloned();
        VirtualStick kept = pair.stick();
        String ofTheCopy = pair.copy().openSession().then().extract().path("token");
        String ofTheKept = kept.openSession().then().extract().path("token");
        keep(kept, kept.ratchet().get().pending().orElseThrow().hex()).statusCode(200);

        for (String old : List.of(ofTheCopy, ofTheKept)) {
            problem(report(kept, old), 401, "session-expired");
        }
        String fresh = kept.openSession().then().extract().path("token");
        report(kept, fresh).statusCode(201);
    }

    @Test
    void theCopyThatWasNotSeenSinceCanBeKept() {
        VirtualStick stick = VirtualStick.accepted();
        stick.openSession();
        VirtualStick copy = stick.copy();
        stick.openSession();
        copy.openSession();
        keep(stick, "").statusCode(200);
        stick.openSession().then().statusCode(200).body("state", equalTo("accepted"));
        problem(copy.openSession().then(), 403, "copy-set-aside");
        keep(stick, "").statusCode(404);
    }

    @Test
    void aStickThatIsTakenBackGoesOnAndItsCopyIsFoundAgain() {
        Pair pair = cloned();
        VirtualStick stick = pair.stick();
        VirtualStick copy = pair.copy();
        verb(stick, "accept").statusCode(200).body("warnings", empty());
        stick.openSession().then().body("state", equalTo("accepted")).body("epoch", notNullValue());
        copy.openSession();
        stick.openSession();
        seen(stick).body("state", equalTo("quarantined"));
    }

    @Test
    void aRestoredBackupWaitsForTheOwnersWord() {
        VirtualStick stick = VirtualStick.accepted();
        stick.openSession();
        VirtualStick backup = stick.copy();
        sessions(stick, 3);
        problem(backup.openSession().then(), 403, "restored-from-backup");
        seen(stick)
                .body("state", equalTo("accepted"))
                .body("warnings.kind", contains("restored"))
                .body("allowed_verbs", hasItem("confirm_restore"));
        backup.answer(VirtualStick.challenge(), backup.usb(), true)
                .then()
                .statusCode(200)
                .body("state", equalTo("accepted"));
        seen(stick).body("warnings.kind", contains("restore_confirmed"));
        backup.openSession().then().statusCode(200);

        // The newer one was no backup's past but another stick.
        stick.openSession().then().body("state", equalTo("quarantined"));
    }

    @Test
    void aRestoredBackupCanBeConfirmedByAnOperator() {
        VirtualStick stick = VirtualStick.accepted();
        stick.openSession();
        VirtualStick backup = stick.copy();
        sessions(stick, 3);
        backup.openSession();
        String copy = seen(stick).extract().path("warnings[0].copy");
        TestOperator.request()
                .body("{\"copy\":\"%s\"}".formatted(copy))
                .post("/api/v1/sticks/{id}/confirm-restore", stick.id())
                .then()
                .statusCode(200)
                .body("warnings", empty());
        backup.openSession().then().statusCode(200).body("epoch", notNullValue());
        backup.openSession().then().statusCode(200).body("state", equalTo("accepted"));
    }

    @Test
    void theNewerStickThatShowsUpBesideARestoredOneIsACopy() {
        VirtualStick stick = VirtualStick.accepted();
        stick.openSession();
        VirtualStick backup = stick.copy();
        sessions(stick, 3);
        backup.openSession();
        stick.openSession().then().body("state", equalTo("quarantined"));
        seen(stick).body("warnings.kind", contains("cloned", "cloned"));
    }

    @Test
    void aNonceThatWasNeverGivenOutIsRefusedAndTold() {
        VirtualStick stick = VirtualStick.accepted();
        stick.openSession();
        VirtualStick thief = stick.copy();
        for (StickRatchet forged :
                List.of(
                        new StickRatchet(1, "made up", stick.ratchet().get().pending()),
                        new StickRatchet(99, "made.up", stick.ratchet().get().pending()),
                        new StickRatchet(
                                99,
                                stick.ratchet().get().nonce(),
                                stick.ratchet().get().pending()))) {
            thief.ratchet().set(forged);
            problem(thief.openSession().then(), 403, "renewal-refused");
        }
        seen(stick)
                .body("state", equalTo("accepted"))
                .body("warnings.kind", everyItem(equalTo("refused_renewal")))
                .body("allowed_verbs", hasItem("confirm_restore"));
        stick.openSession().then().statusCode(200);
        verb(stick, "dismiss-warnings").statusCode(200).body("warnings", empty());
    }

    @Test
    void aStickWhoseSessionsTheMainSystemLostForGoodIsBelievedOnAnOperatorsWord() {
        VirtualStick stick = VirtualStick.accepted();
        stick.ratchet().set(new StickRatchet(40, "of.old", Optional.empty()));
        problem(stick.openSession().then(), 403, "renewal-refused");
        String copy = seen(stick).extract().path("warnings[0].copy");
        TestOperator.request()
                .body("{\"copy\":\"%s\"}".formatted(copy))
                .post("/api/v1/sticks/{id}/confirm-restore", stick.id())
                .then()
                .statusCode(200)
                .body("warnings", empty());
        stick.openSession().then().statusCode(200).body("epoch", equalTo(1));
        stick.openSession().then().statusCode(200).body("epoch", equalTo(2));
    }

    @Test
    void theNoncesOfOneStickAreNoneOfAnother() {
        VirtualStick one = VirtualStick.accepted();
        sessions(one, 2);
        VirtualStick other = VirtualStick.accepted();
        other.ratchet().set(one.ratchet().get());
        problem(other.openSession().then(), 403, "renewal-refused");
    }

    @Test
    void aMainSystemThatWasRestoredAccusesNoHonestStick() {
        VirtualStick stick = VirtualStick.accepted();
        sessions(stick, 2);
        sql.update("CREATE TABLE backup AS SELECT * FROM ratchet WHERE stick_id = ?", stick.id());
        try {
            sessions(stick, 5);
            sql.update("DELETE FROM ratchet WHERE stick_id = ?", stick.id());
            sql.update("INSERT INTO ratchet SELECT * FROM backup");
            stick.openSession()
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("accepted"))
                    .body("epoch", equalTo(8));
            // It may have forgotten all of them.
            sql.update("DELETE FROM ratchet WHERE stick_id = ?", stick.id());
            stick.openSession().then().statusCode(200).body("epoch", equalTo(9));
            seen(stick).body("warnings", empty());
        } finally {
            sql.update("DROP TABLE backup");
        }
    }

    @Test
    void manyRetriesAtOnceAreOneStep() throws Exception {
        VirtualStick stick = VirtualStick.accepted();
        stick.openSession();
        stick.ratchet().updateAndGet(it -> it.begin(() -> new RequestId("b".repeat(32))));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Response>> retries =
                    IntStream.range(0, 12)
                            .mapToObj(i -> stick.copy())
                            .<Callable<Response>>map(copy -> copy::openSession)
                            .toList();
            for (Future<Response> retry : threads.invokeAll(retries)) {
                retry.get()
                        .then()
                        .statusCode(200)
                        .body("state", equalTo("accepted"))
                        .body("epoch", equalTo(2));
            }
        }
    }

    @Test
    void ofTwoCopiesThatComeAtOnceOneIsFound() throws Exception {
        VirtualStick stick = VirtualStick.accepted();
        stick.openSession();
        VirtualStick copy = stick.copy();
        List<Callable<Response>> both = List.of(stick::openSession, copy::openSession);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Response> each : threads.invokeAll(both)) {
                // The second may have been challenged before the first took its step.
                assertThat(each.get().statusCode()).isIn(200, 401);
            }
        }
        stick.openSession();
        // Two steps behind, it is taken for a restored backup until the other one comes again.
        copy.openSession();
        stick.openSession();
        seen(stick).body("state", equalTo("quarantined"));
    }

    @Test
    void aQuarantinedStickCanBeRetiredAndGivesItsNameFree() {
        VirtualStick stick = cloned().stick();
        verb(stick, "retire").statusCode(200);
        problem(stick.openSession().then(), 403, "stick-not-accepted");
        VirtualStick.named(stick.moduleId().value()).enrol().then().statusCode(200);
    }

    @Test
    void whatAThiefShowsIsBounded() {
        VirtualStick stick = cloned().stick();
        StickRatchet now = stick.ratchet().get();
        for (int i = 0; i < 25; i++) {
            RequestId request = new RequestId("%032x".formatted(i));
            stick.ratchet().set(now.answered(now.epoch(), now.nonce()).begin(() -> request));
            stick.openSession().then().statusCode(200);
        }
        List<String> kinds = seen(stick).extract().path("warnings.kind");
        assertThat(kinds).hasSizeLessThanOrEqualTo(20);
    }

    /** A stick and a copy of it. */
    private record Pair(VirtualStick stick, VirtualStick copy) {}

    /** A quarantined stick, both copies of which have been seen. */
    private static Pair cloned() {
        VirtualStick stick = VirtualStick.accepted();
        stick.openSession();
        VirtualStick copy = stick.copy();
        stick.openSession();
        copy.openSession();
        stick.openSession();
        seen(stick).body("state", equalTo("quarantined"));
        return new Pair(stick, copy);
    }

    private static void sessions(VirtualStick stick, int times) {
        for (int i = 0; i < times; i++) {
            stick.openSession().then().statusCode(200).body("notices", empty());
        }
    }

    private static ValidatableResponse seen(VirtualStick stick) {
        UUID id = stick.id();
        return TestOperator.request().get("/api/v1/sticks/{id}", id).then().statusCode(200);
    }

    private static ValidatableResponse keep(VirtualStick stick, String copy) {
        return TestOperator.request()
                .body("{\"copy\":\"%s\"}".formatted(copy))
                .post("/api/v1/sticks/{id}/keep", stick.id())
                .then();
    }

    private static ValidatableResponse verb(VirtualStick stick, String verb) {
        return TestOperator.request().post("/api/v1/sticks/{id}/{verb}", stick.id(), verb).then();
    }

    private static ValidatableResponse report(VirtualStick stick, String token) {
        return VirtualStick.with(token)
                .body(Proposal.aFeature().signed(stick.moduleId(), stick.key()))
                .post("/api/v1/stick/upgrade-reports")
                .then();
    }

    private static ValidatableResponse checkIn(String token) {
        return VirtualStick.with(token).body(CHECK_IN).post("/api/v1/stick/check-ins").then();
    }

    private static ValidatableResponse problem(
            ValidatableResponse response, int status, String slug) {
        return response.statusCode(status).body("type", equalTo("urn:metalayer:problem:" + slug));
    }
}
