package org.metalayer.server.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.metalayer.protocol.UpgradeType;
import org.metalayer.protocol.message.EntryState;
import org.metalayer.protocol.message.OutcomeResult;
import org.metalayer.server.rollout.gate.Verdict;
import org.metalayer.server.testing.SimulatedFleet;
import org.metalayer.server.testing.SimulatedStick;

@QuarkusTest
class StagedRolloutTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration DAY_3 = Duration.ofDays(2).plus(MINUTE);
    private static final Duration DAY_7 = Duration.ofDays(6).plus(MINUTE);

    @Inject RolloutFixture fixture;
    @Inject SimulatedFleet fleet;

    private List<SimulatedStick> sticks = List.of();
    private RolloutDetail rollout;

    @BeforeEach
    void start() throws IOException {
        fixture.begin();
        sticks = fleet.enrolOnline(30);
        rollout = fixture.start(sticks.getFirst(), UpgradeType.FEATURE);
    }

    @Test
    void reachesTenPercentOnDayOneHalfOnDayThreeAndAllOnDaySeven() {
        List<SimulatedStick> first = fixture.reached(rollout, sticks);
        assertThat(first).hasSize(3);
        fixture.report(rollout, first, OutcomeResult.VERIFIED);

        assertThat(openRing(fixture.at(DAY_3.minus(MINUTE.multipliedBy(2)), rollout))).isEqualTo(1);
        assertThat(openRing(fixture.at(DAY_3, rollout))).isEqualTo(2);
        List<SimulatedStick> half = fixture.reached(rollout, sticks);
        assertThat(half).hasSize(15).containsAll(first);
        fixture.report(rollout, half, OutcomeResult.VERIFIED);

        assertThat(openRing(fixture.at(DAY_7.minus(MINUTE.multipliedBy(2)), rollout))).isEqualTo(2);
        assertThat(openRing(fixture.at(DAY_7, rollout))).isEqualTo(3);
        assertThat(fixture.reached(rollout, sticks)).hasSize(29);
        fixture.report(rollout, sticks, OutcomeResult.VERIFIED);

        RolloutDetail done = fixture.at(DAY_7.plus(Duration.ofDays(1)).plus(MINUTE), rollout);
        assertThat(done.rollout().state()).isEqualTo(RolloutState.COMPLETED);
        assertThat(done.counts().verified()).isEqualTo(30);
        assertThat(done.rollout().life().reason())
                .isEqualTo(
                        done.rings().getLast().plan().name()
                                + ": 15 of 15 sticks verified, 0 failed");
        assertThat(fixture.entry(rollout).state()).isEqualTo(EntryState.COMPLETED);
    }

    @Test
    void doesNotAdvanceOnTimeAlone() {
        RolloutDetail later = fixture.at(DAY_7, rollout);

        assertThat(openRing(later)).isEqualTo(1);
        assertThat(later.rings().getFirst().verdict())
                .hasValueSatisfying(verdict ->
                        assertThat(verdict.reason())
                                .contains("0 of 2 needed sticks have verified")
                                .contains("3 sticks not seen since the ring opened"));
    }

    @Test
    void holdsWhileASeenStickOwesItsOutcome() {
        List<SimulatedStick> first = fixture.reached(rollout, sticks);
        fixture.report(rollout, first.subList(0, 2), OutcomeResult.VERIFIED);
        fleet.seen(first);

        RolloutDetail later = fixture.at(DAY_3, rollout);

        assertThat(openRing(later)).isEqualTo(1);
        assertThat(later.rings().getFirst().counts().outstanding()).isEqualTo(1);
    }

    @Test
    void goesOnWithAnAbsentStickWithinTheSilenceBudget() {
        List<SimulatedStick> first = fixture.reached(rollout, sticks);
        fixture.report(rollout, first.subList(0, 2), OutcomeResult.VERIFIED);

        RolloutDetail later = fixture.at(DAY_3, rollout);

        assertThat(later.rings().getFirst().counts().silent()).isEqualTo(1);
        assertThat(openRing(later)).isEqualTo(2);
    }

    @Test
    void aFailingRingHaltsAndItsSticksReturn() {
        List<SimulatedStick> first = fixture.reached(rollout, sticks);
        fixture.report(rollout, first.subList(0, 2), OutcomeResult.VERIFIED);
        fixture.report(rollout, first.subList(2, 3), OutcomeResult.FAILED);

        RolloutDetail halted = fixture.look(rollout);

        assertThat(halted.rollout().state()).isEqualTo(RolloutState.HALTED);
        assertThat(halted.rings().getFirst().state()).isEqualTo(RingState.HALTED);
        assertThat(halted.rollout().life().reason())
                .isEqualTo("1 of 3 sticks failed; at most 10 % may");
        assertThat(halted.release().withdrawn()).isTrue();
        assertThat(fixture.manifest().entries()).isEmpty();
        assertThat(fixture.manifest().withdrawn())
                .singleElement()
                .satisfies(withdrawal ->
                        assertThat(withdrawal.releaseId()).isEqualTo(rollout.release().id()));

        fixture.report(rollout, first.subList(0, 2), OutcomeResult.ROLLED_BACK);
        assertThat(fixture.look(rollout).counts().rolledBack()).isEqualTo(2);
    }

    @Test
    void aPauseShiftsTheDaysThatAreStillToCome() {
        fixture.report(rollout, fixture.reached(rollout, sticks), OutcomeResult.VERIFIED);
        fixture.operator(RolloutVerb.PAUSE, rollout);
        assertThat(fixture.entry(rollout).state()).isEqualTo(EntryState.PAUSED);
        assertThat(openRing(fixture.at(DAY_3, rollout))).isEqualTo(1);

        fixture.operator(RolloutVerb.RESUME, rollout);
        assertThat(openRing(fixture.look(rollout))).isEqualTo(1);
        assertThat(openRing(fixture.at(DAY_3.multipliedBy(2), rollout))).isEqualTo(2);
    }

    @Test
    void harmHaltsAlsoWhatIsPaused() {
        List<SimulatedStick> first = fixture.reached(rollout, sticks);
        fixture.operator(RolloutVerb.PAUSE, rollout);

        fixture.report(rollout, first, OutcomeResult.FAILED);

        assertThat(fixture.look(rollout).rollout().state()).isEqualTo(RolloutState.HALTED);
    }

    @Test
    void anOperatorCanOpenTheNextRingAndComplete() {
        fixture.operator(RolloutVerb.ADVANCE, rollout);
        assertThat(fixture.reached(rollout, sticks)).hasSize(15);
        fixture.operator(RolloutVerb.ADVANCE, rollout);
        assertThat(fixture.reached(rollout, sticks)).hasSize(29);
        fixture.operator(RolloutVerb.ADVANCE, rollout);

        RolloutDetail done = fixture.again(rollout);
        assertThat(done.rollout().state()).isEqualTo(RolloutState.COMPLETED);
        assertThat(done.rollout().life().changedBy()).isEqualTo("ops");
        assertThat(done.rollout().life().reason()).isEqualTo("because");
    }

    @Test
    void lateSticksFindTheirPlaceByTheirDraw() {
        List<SimulatedStick> late = fleet.enrolOnline(40);

        RolloutDetail later = fixture.at(Duration.ofMinutes(2), rollout);

        assertThat(later.counts().total()).isEqualTo(70);
        List<SimulatedStick> reached = fixture.reached(rollout, late);
        assertThat(later.rings().getFirst().counts().total()).isEqualTo(3 + reached.size());
    }

    @Test
    void aRetiredStickIsNotWaitedFor() {
        List<SimulatedStick> first = fixture.reached(rollout, sticks);
        fixture.report(rollout, first.subList(0, 2), OutcomeResult.VERIFIED);
        fleet.seen(first);
        fleet.become(first.getLast(), "RETIRED");

        RolloutDetail later = fixture.at(DAY_3, rollout);

        assertThat(later.rings().getFirst().counts().total()).isEqualTo(2);
        assertThat(openRing(later)).isEqualTo(2);
    }

    @Test
    void sayingWhatIsMissingDoesNotCountAsAChangeForOperators() {
        int version = rollout.rollout().version();

        RolloutDetail later = fixture.at(Duration.ofHours(5), rollout);

        assertThat(later.rings().getFirst().verdict()).containsInstanceOf(Verdict.Hold.class);
        assertThat(later.rollout().version()).isEqualTo(version);
    }

    private static int openRing(RolloutDetail detail) {
        return detail.rings().stream()
                .filter(ring -> ring.state() == RingState.OPEN)
                .findFirst()
                .orElseThrow()
                .ordinal();
    }
}
