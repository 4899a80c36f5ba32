package org.metalayer.server.fleet;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.metalayer.protocol.message.Usb;
import org.metalayer.server.testing.TestOperator;
import org.metalayer.server.testing.VirtualStick;

/** What sticks say of their devices is evidence: it is told, and decides nothing. */
@QuarkusTest
class MovedStickTest {

    @Test
    void aKeyOnAnotherDeviceIsToldToBothAndNothingElse() {
        VirtualStick stick = VirtualStick.accepted();
        stick.openSession();
        Usb moved = new Usb("0781", "5567", "0100", "SanDisk", "Cruzer", "S2", false);
        stick.answer(VirtualStick.challenge(), moved, false)
                .then()
                .statusCode(200)
                .body("state", equalTo("accepted"))
                .body("notices", contains("other-hardware"));
        seen(stick)
                .body("warnings.kind", contains("other_hardware"))
                .body("warnings[0].usb.serial", equalTo("S2"));
        verb(stick, "dismiss-warnings").body("usb.serial", equalTo("S2"));
        stick.answer(VirtualStick.challenge(), moved, false).then().body("notices", empty());
    }

    @Test
    void twoKeysOnOneDeviceAreAllowedAndTold() {
        VirtualStick first = VirtualStick.accepted();
        VirtualStick second = VirtualStick.fresh();
        VirtualStick.post(
                        "enrolments",
                        second.enrolment(Optional.empty(), first.usb()).sign(second.key()).encode())
                .then()
                .statusCode(200)
                .body("state", equalTo("pending"));
        TestOperator.request()
                .get("/api/v1/sticks/{id}", second.id())
                .then()
                .body("warnings.kind", contains("same_serial"));
    }

    private static ValidatableResponse seen(VirtualStick stick) {
        UUID id = stick.id();
        return TestOperator.request().get("/api/v1/sticks/{id}", id).then().statusCode(200);
    }

    private static ValidatableResponse verb(VirtualStick stick, String verb) {
        return TestOperator.request().post("/api/v1/sticks/{id}/{verb}", stick.id(), verb).then();
    }
}
