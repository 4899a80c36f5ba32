package org.metalayer.server.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.metalayer.protocol.UpgradeType;
import org.metalayer.protocol.message.OutcomeResult;
import org.metalayer.protocol.trust.NamedTarget;
import org.metalayer.server.testing.Proposal;
import org.metalayer.server.testing.SimulatedFleet;
import org.metalayer.server.testing.SimulatedStick;
import org.metalayer.server.testing.TestClock;

/** A clock that was a month ahead, and is set back, keeps no rollout waiting for a month. */
@QuarkusTest
class SetBackClockTest {

    private static final Duration AHEAD = Duration.ofDays(30);
    private static final Duration DAY_3 = Duration.ofDays(2).plusMinutes(1);

    @Inject RolloutFixture fixture;
    @Inject SimulatedFleet fleet;

    private List<SimulatedStick> sticks = List.of();

    @BeforeEach
    void begin() throws IOException {
        fixture.begin();
        sticks = fleet.enrolOnline(30);
    }

    @AfterEach
    void reset() {
        TestClock.reset();
    }

    @Test
    void whatWasAnnouncedStarts() {
        TestClock.shift(AHEAD);
        RolloutDetail scheduled =
                fixture.schedule(sticks.getFirst(), Proposal.of(UpgradeType.FEATURE));
        fixture.refreshManifest();

        assertThat(fixture.at(Duration.ZERO, scheduled).rollout().state())
                .isEqualTo(RolloutState.RUNNING);
    }

    @Test
    void ringsOpenOnTheirDays() {
        TestClock.shift(AHEAD);
        RolloutDetail rollout = fixture.start(sticks.getFirst(), UpgradeType.FEATURE);

        fixture.at(Duration.ZERO, rollout);
        fixture.report(rollout, fixture.reached(rollout, sticks), OutcomeResult.VERIFIED);

        assertThat(openRing(fixture.at(Duration.ofDays(1), rollout))).isEqualTo(1);
        assertThat(openRing(fixture.at(DAY_3, rollout))).isEqualTo(2);
    }

    @Test
    void sticksMayBeginAtOnce() {
        TestClock.shift(AHEAD);
        RolloutDetail rollout = fixture.start(sticks.getFirst(), UpgradeType.FEATURE);

        fixture.at(Duration.ZERO, rollout);
        fixture.refreshManifest();

        assertThat(fixture.entry(rollout).target().flatMap(NamedTarget::notBefore).orElseThrow())
                .isBeforeOrEqualTo(fixture.manifest().issuedAt());
    }

    @Test
    void aStickThatWasSeenByTheClockThatWasAheadIsSilentNotOwing() {
        RolloutDetail rollout = fixture.start(sticks.getFirst(), UpgradeType.FEATURE);
        List<SimulatedStick> first = fixture.reached(rollout, sticks);
        TestClock.shift(AHEAD);
        fleet.seen(first.subList(2, 3));
        TestClock.reset();
        fixture.report(rollout, first.subList(0, 2), OutcomeResult.VERIFIED);

        assertThat(fixture.look(rollout).rings().getFirst().counts().silent()).isEqualTo(1);
        assertThat(openRing(fixture.at(DAY_3, rollout))).isEqualTo(2);
    }

    @Test
    void sticksThatComeLaterJoin() {
        TestClock.shift(AHEAD);
        RolloutDetail rollout = fixture.start(sticks.getFirst(), UpgradeType.FEATURE);
        TestClock.reset();
        fleet.enrolOnline(3);

        assertThat(fixture.look(rollout).counts().total()).isEqualTo(33);
    }

    @Test
    void aPauseThatBeganInTheFutureIsNoTimeThatWasWatched() {
        RolloutDetail rollout = fixture.start(sticks.getFirst(), UpgradeType.FEATURE);
        fixture.report(rollout, fixture.reached(rollout, sticks), OutcomeResult.VERIFIED);
        TestClock.shift(AHEAD);
        fixture.operator(RolloutVerb.PAUSE, rollout);
        TestClock.reset();
        fixture.operator(RolloutVerb.RESUME, rollout);

        assertThat(openRing(fixture.look(rollout))).isEqualTo(1);
    }

    private static int openRing(RolloutDetail rollout) {
        return rollout.rings().stream()
                .filter(ring -> ring.state() == RingState.OPEN)
                .map(Ring::ordinal)
                .findFirst()
                .orElse(0);
    }
}
