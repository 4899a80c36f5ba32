package org.metalayer.server.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.metalayer.protocol.UpgradeType;
import org.metalayer.protocol.dsse.InvalidSignatureException;
import org.metalayer.protocol.message.OutcomeResult;
import org.metalayer.server.platform.NoSuchThingException;
import org.metalayer.server.platform.Sql;
import org.metalayer.server.testing.SimulatedFleet;
import org.metalayer.server.testing.SimulatedStick;

@QuarkusTest
class OutcomeIntakeTest {

    @Inject RolloutFixture fixture;
    @Inject SimulatedFleet fleet;
    @Inject Outcomes outcomes;
    @Inject Sql sql;

    private SimulatedStick stick;
    private SimulatedStick other;
    private RolloutDetail detail;
    private UUID rollout;
    private UUID release;

    @BeforeEach
    void start() throws IOException {
        fixture.begin();
        List<SimulatedStick> sticks = fleet.enrolOnline(2);
        stick = sticks.get(0);
        other = sticks.get(1);
        detail = fixture.start(stick, UpgradeType.UX);
        rollout = detail.rollout().id();
        release = detail.release().id();
    }

    @Test
    void theSameOutcomeAgainIsRecordedOnce() {
        byte[] body = stick.outcome(rollout, release, OutcomeResult.VERIFIED);

        assertThat(outcomes.record(stick.principal(), body))
                .isEqualTo(outcomes.record(stick.principal(), body));

        assertThat(recorded()).isEqualTo(1);
        assertThat(state(stick)).isEqualTo("verified");
    }

    @Test
    void theSameOutcomeFromManyRequestsAtOnceIsRecordedOnce() throws Exception {
        byte[] body = stick.outcome(rollout, release, OutcomeResult.VERIFIED);
        Callable<UUID> send = () -> outcomes.record(stick.principal(), body);

        try (ExecutorService clients = Executors.newFixedThreadPool(8)) {
            for (Future<UUID> answer :
                    clients.invokeAll(List.of(send, send, send, send, send, send, send, send))) {
                assertThat(answer.get()).isNotNull();
            }
        }

        assertThat(recorded()).isEqualTo(1);
    }

    @Test
    void theEvidenceIsKeptAsItCame() {
        byte[] body = stick.outcome(rollout, release, OutcomeResult.VERIFIED);
        outcomes.record(stick.principal(), body);

        assertThat(sql.first("SELECT envelope FROM outcome", row -> row.bytes("envelope")))
                .hasValueSatisfying(kept -> assertThat(kept).isEqualTo(body));
        assertThatThrownBy(() -> sql.update("UPDATE outcome SET result = 'failed'"))
                .hasMessageContaining("never changed");
        assertThatThrownBy(() -> sql.update("DELETE FROM outcome"))
                .hasMessageContaining("never changed");
    }

    @Test
    void anIdUsedForAnotherOutcomeIsRefused() {
        UUID id = UUID.randomUUID();
        outcomes.record(
                stick.principal(),
                stick.outcome(id, rollout, release, OutcomeResult.FAILED, "no space"));

        assertThatThrownBy(() ->
                        outcomes.record(
                                stick.principal(),
                                stick.outcome(id, rollout, release, OutcomeResult.VERIFIED, "")))
                .hasMessageContaining("give every outcome an id of its own");
        assertThat(state(stick)).isEqualTo("failed");
    }

    @Test
    void nobodySpeaksForAnotherStick() {
        byte[] signedByOther = other.outcome(rollout, release, OutcomeResult.FAILED);
        byte[] forged =
                new SimulatedStick(stick.id(), stick.moduleId(), other.key())
                        .outcome(rollout, release, OutcomeResult.FAILED);

        assertThatThrownBy(() -> outcomes.record(stick.principal(), signedByOther))
                .isInstanceOf(InvalidSignatureException.class);
        assertThatThrownBy(() -> outcomes.record(stick.principal(), forged))
                .isInstanceOf(InvalidSignatureException.class);
        assertThatThrownBy(() ->
                        outcomes.record(
                                stick.principal(),
                                new SimulatedStick(other.id(), other.moduleId(), stick.key())
                                        .outcome(rollout, release, OutcomeResult.FAILED)))
                .hasMessageContaining("report in your own name");
        assertThat(recorded()).isZero();
    }

    @Test
    void unknownRolloutsAndOtherReleasesAreNamed() {
        assertThatThrownBy(() ->
                        outcomes.record(
                                stick.principal(),
                                stick.outcome(UUID.randomUUID(), release, OutcomeResult.VERIFIED)))
                .isInstanceOf(NoSuchThingException.class);
        assertThatThrownBy(() ->
                        outcomes.record(
                                stick.principal(),
                                stick.outcome(rollout, UUID.randomUUID(), OutcomeResult.VERIFIED)))
                .hasMessageContaining("the outcome names");
    }

    @Test
    void aFailureAfterSuccessCountsAndASuccessAfterFailureDoesNot() {
        send(stick, OutcomeResult.VERIFIED);
        send(stick, OutcomeResult.FAILED);
        assertThat(state(stick)).isEqualTo("failed");

        send(stick, OutcomeResult.VERIFIED);
        assertThat(state(stick)).isEqualTo("failed");
        assertThat(recorded()).isEqualTo(3);
    }

    @Test
    void aStickThatWasAcceptedMeanwhileIsCountedWithItsFirstOutcome() {
        SimulatedStick late = fleet.enrolOnline(1).getFirst();

        send(late, OutcomeResult.VERIFIED);

        assertThat(state(late)).isEqualTo("verified");
    }

    @Test
    void aSuccessThatComesAfterTheHaltHasToBeRolledBack() {
        fixture.operator(RolloutVerb.HALT, detail);

        send(stick, OutcomeResult.VERIFIED);
        assertThat(state(stick)).isEqualTo("rolling_back");

        send(stick, OutcomeResult.ROLLED_BACK);
        assertThat(state(stick)).isEqualTo("rolled_back");
    }

    @Test
    void aCopyThatWasSetAsideTellsNothing() {
        sql.update(
                """
                INSERT INTO ratchet
                  (stick_id, epoch, came_from, nonce, set_aside, left_behind, doubt, moved_at)
                VALUES (?, 9, 8, '', 7, '{}', 'NONE', now())\
                """,
                stick.id());

        assertThatThrownBy(() -> send(stick, OutcomeResult.VERIFIED))
                .hasMessageContaining("copies of this stick were told apart");
        assertThat(recorded()).isZero();
        assertThat(state(stick)).isEqualTo("pending");
    }

    private void send(SimulatedStick from, OutcomeResult result) {
        outcomes.record(from.principal(), from.outcome(rollout, release, result));
    }

    private long recorded() {
        return sql.number("SELECT count(*) FROM outcome");
    }

    private String state(SimulatedStick of) {
        return sql.first(
                        "SELECT state FROM deployment WHERE rollout_id = ? AND stick_id = ?",
                        row -> row.text("state"),
                        rollout,
                        of.id())
                .orElse("none");
    }
}
