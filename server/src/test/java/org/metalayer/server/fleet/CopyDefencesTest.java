package org.metalayer.server.fleet;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.metalayer.protocol.message.Usb;
import org.metalayer.protocol.ratchet.RequestId;
import org.metalayer.protocol.ratchet.StickRatchet;
import org.metalayer.server.platform.Sql;
import org.metalayer.server.testing.TestOperator;
import org.metalayer.server.testing.VirtualStick;

/** What whoever has a copy of a stick cannot make of it, and what its owner and operators can. */
@QuarkusTest
class CopyDefencesTest {

    private static final String CHECK_IN =
            """
            {"agent_version":"0.1.0","installed":[],"free_bytes":1,"clock":"1999-01-01T00:00:00Z"}\
            """;
    private static final Usb ELSEWHERE =
            new Usb("0781", "5567", "0100", "SanDisk", "Cruzer", "S9", false);

    @Inject Sql sql;

    @Test
    void aFloodOfClaimsHidesNeitherCopy() {
        VirtualStick stick = VirtualStick.accepted();
        stick.openSession();
        VirtualStick copy = stick.copy();
        stick.openSession();
        copy.openSession();
        flood(stick);
        stick.openSession();
        flood(stick);
        copy.openSession();

        String known = pending(stick);
        seen(stick)
                .body("warnings.findAll { it.known }.copy", contains(known))
                .body("warnings.copy", hasItems(known, pending(copy)));
        verb(stick, "keep", known).statusCode(200).body("state", equalTo("accepted"));
        stick.openSession().then().statusCode(200).body("state", equalTo("accepted"));
    }

    @Test
    void aCopyThatWasSetAsideIsNotSeenForTheStick() {
        VirtualStick stick = cloned();
        String old = stick.openSession().then().extract().path("token");
        verb(stick, "keep", pending(stick)).statusCode(200);
        sql.update("UPDATE presence SET last_seen_at = NULL WHERE stick_id = ?", stick.id());

        problem(checkIn(old), 401, "session-expired");
        seen(stick).body("last_seen_at", equalTo(null));
        String fresh = stick.openSession().then().extract().path("token");
        checkIn(fresh).statusCode(200);
    }

    @Test
    void theKeptCopyRestoredFromAnOldBackupGoesOnWithAnOperatorsWordAlone() {
        VirtualStick stick = VirtualStick.accepted();
        stick.openSession();
        VirtualStick backup = stick.copy();
        VirtualStick copy = stick.copy();
        stick.openSession();
        copy.openSession();
        stick.openSession();
        verb(stick, "keep", pending(stick)).statusCode(200);
        stick.openSession().then().statusCode(200);

        problem(
                backup.answer(VirtualStick.challenge(), backup.usb(), true).then(),
                403,
                "copy-set-aside");
        seen(stick)
                .body("warnings.kind", contains("set_aside"))
                .body("allowed_verbs", hasItem("confirm_restore"));
        verb(stick, "confirm-restore", pending(backup)).statusCode(200).body("warnings", empty());
        backup.openSession().then().statusCode(200).body("state", equalTo("accepted"));
        backup.openSession().then().statusCode(200);
        // If it was another copy after all, that shows.
        stick.openSession().then().body("state", equalTo("quarantined"));
    }

    @Test
    void whatTheOwnerConfirmedIsTold() {
        VirtualStick stick = VirtualStick.accepted();
        stick.openSession();
        VirtualStick backup = stick.copy();
        stick.openSession();
        stick.openSession();
        backup.answer(VirtualStick.challenge(), backup.usb(), true).then().statusCode(200);
        backup.openSession().then().statusCode(200);

        seen(stick)
                .body("state", equalTo("accepted"))
                .body("warnings.kind", contains("restore_confirmed"))
                .body("allowed_verbs", not(hasItem("confirm_restore")));
        verb(stick, "dismiss-warnings", "").statusCode(200).body("warnings", empty());
    }

    @Test
    void aRefusedRenewalCannotBeConfirmedWhileSeveralCopiesAreThere() {
        VirtualStick stick = cloned();
        VirtualStick thief = forged(stick, 99);
        problem(thief.openSession().then(), 403, "renewal-refused");

        seen(stick).body("allowed_verbs", not(hasItem("confirm_restore")));
        problem(verb(stick, "confirm-restore", pending(thief)), 409, "illegal-transition");
        seen(stick).body("state", equalTo("quarantined"));
        stick.openSession().then().body("epoch", equalTo(null));
    }

    @Test
    void whoNamesAnEpochThatWasNeverGivenOutDoesNotGetThereByAnOperatorsWord() {
        VirtualStick stick = VirtualStick.accepted();
        stick.openSession();
        VirtualStick thief = forged(stick, 1L << 40);
        problem(thief.openSession().then(), 403, "renewal-refused");

        verb(stick, "confirm-restore", pending(thief)).statusCode(200);

        thief.openSession().then().statusCode(200).body("epoch", equalTo(2));
        thief.openSession().then().statusCode(200).body("epoch", equalTo(3));
        stick.openSession().then().statusCode(200).body("state", equalTo("quarantined"));
    }

    @Test
    void anOlderStateThatIsListedAmongCopiesAlreadyIsListedOnce() {
        VirtualStick stick = VirtualStick.accepted();
        stick.openSession();
        VirtualStick backup = stick.copy();
        stick.openSession();
        stick.openSession();
        problem(backup.openSession().then(), 403, "restored-from-backup");
        sql.update(
                """
                INSERT INTO stick_warning
                  (stick_id, kind, copy, known, epoch, address, first_at, last_at)
                VALUES (?, 'CLONED', ?, false, 1, '', now(), now())\
                """,
                stick.id(),
                pending(backup));

        stick.openSession().then().statusCode(200).body("state", equalTo("quarantined"));
        seen(stick)
                .body("warnings.kind", contains("cloned", "cloned"))
                .body("warnings.copy", containsInAnyOrder(pending(stick), pending(backup)));
    }

    @Test
    void noDeviceIsAdoptedWhileSeveralCopiesAreThere() {
        VirtualStick stick = cloned();
        stick.copy().answer(VirtualStick.challenge(), ELSEWHERE, false).then().statusCode(200);

        verb(stick, "dismiss-warnings", "")
                .statusCode(200)
                .body("usb.serial", equalTo(stick.usb().serial()))
                .body("warnings.kind", hasItem("other_hardware"))
                .body("allowed_verbs", not(hasItem("dismiss_warnings")));
    }

    /** Claims that need nothing but the key. */
    private static void flood(VirtualStick stick) {
        VirtualStick thief = stick.copy();
        for (int i = 0; i < 22; i++) {
            thief.ratchet().set(StickRatchet.NEW);
            thief.openSession();
        }
    }

    private static VirtualStick forged(VirtualStick stick, long epoch) {
        VirtualStick thief = stick.copy();
        RequestId request = new RequestId(UUID.randomUUID().toString().replace("-", ""));
        thief.ratchet().set(new StickRatchet(epoch, "made.up", Optional.of(request)));
        return thief;
    }

    /** A quarantined stick, both copies of which have been seen. */
    private static VirtualStick cloned() {
        VirtualStick stick = VirtualStick.accepted();
        stick.openSession();
        VirtualStick copy = stick.copy();
        stick.openSession();
        copy.openSession();
        stick.openSession();
        seen(stick).body("state", equalTo("quarantined"));
        return stick;
    }

    private static String pending(VirtualStick stick) {
        return stick.ratchet().get().pending().orElseThrow().hex();
    }

    private static ValidatableResponse seen(VirtualStick stick) {
        UUID id = stick.id();
        return TestOperator.request().get("/api/v1/sticks/{id}", id).then().statusCode(200);
    }

    private static ValidatableResponse verb(VirtualStick stick, String verb, String copy) {
        return TestOperator.request()
                .body("{\"copy\":\"%s\"}".formatted(copy))
                .post("/api/v1/sticks/{id}/{verb}", stick.id(), verb)
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
