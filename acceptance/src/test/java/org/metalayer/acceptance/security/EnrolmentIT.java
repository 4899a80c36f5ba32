package org.metalayer.acceptance.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.metalayer.acceptance.harness.MainSystem;
import org.metalayer.acceptance.harness.Names;
import org.metalayer.acceptance.harness.Operator;
import org.metalayer.acceptance.harness.Reply;
import org.metalayer.acceptance.harness.SharedSystem;
import org.metalayer.acceptance.harness.WireStick;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonValue;

/** Nobody joins the fleet without a person's word, given on the spot or in advance. */
@ExtendWith(SharedSystem.class)
class EnrolmentIT {
    private final Instant now = Instant.now();

    private final MainSystem system;
    private final Operator operator;

    EnrolmentIT(MainSystem system) {
        this.system = system;
        this.operator = system.operator();
    }

    @Test
    void aPendingStickGetsNoSessionAndLearnsWhy() throws Exception {
        WireStick stick = WireStick.unknown(system, Names.unique("pending"));
        assertThat(stick.enrol(now).expect(200).json().text("state")).isEqualTo("pending");
        Reply refused = stick.openSession();
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.problem()).isEqualTo("stick-not-accepted");
        assertThat(refused.json().text("state")).isEqualTo("pending");
    }

    @Test
    void aRetiredSticksTokenEndsAtOnce() throws Exception {
        String moduleId = Names.unique("retired");
        WireStick stick = WireStick.accepted(system, moduleId);
        String token = stick.token();
        String id = operator.stick(moduleId).text("id");
        operator.post("/sticks/" + id + "/retire", new JsonBuilder()).expect(200);
        Reply refused =
                system.anonymous()
                        .bearer(token)
                        .post("/api/v1/stick/check-ins", "application/json", checkIn());
        assertThat(refused.status()).as(refused.toString()).isEqualTo(403);
        assertThat(stick.openSession().status()).isEqualTo(403);
    }

    @Test
    void aCodeLetsInAsManySticksAsItSaysAndNoMore() throws Exception {
        Reply made =
                operator.post(
                        "/enrolment-codes",
                        new JsonBuilder()
                                .put("note", "for one stick")
                                .put("uses", 1)
                                .put("expires_in_hours", 1));
        assertThat(made.status()).as(made.toString()).isIn(200, 201);
        String code = made.json().text("code");
        assertThat(stateAfterEnrollingWith(code)).isEqualTo("accepted");
        assertThat(stateAfterEnrollingWith(code)).isEqualTo("pending");
        assertThat(stateAfterEnrollingWith("made-up-code-0000")).isEqualTo("pending");
    }

    @Test
    void aTakenNameIsNotGivenToAnotherKey() throws Exception {
        String moduleId = Names.unique("taken");
        WireStick.accepted(system, moduleId);
        Reply refused = WireStick.unknown(system, moduleId).enrol(now);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("module-id-taken");
    }

    private String stateAfterEnrollingWith(String code) throws Exception {
        return WireStick.unknown(system, Names.unique("coded"))
                .enrol(now, code)
                .expect(200)
                .json()
                .text("state");
    }

    private byte[] checkIn() {
        return Json.write(
                new JsonBuilder()
                        .put("agent_version", "0.1.0")
                        .put("installed", List.<JsonValue>of(), it -> it)
                        .put("free_bytes", 1)
                        .put("clock", now)
                        .build());
    }
}
