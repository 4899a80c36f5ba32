package org.metalayer.server.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.metalayer.protocol.Strategy;
import org.metalayer.protocol.UpgradeType;
import org.metalayer.protocol.message.EntryState;
import org.metalayer.protocol.message.OutcomeResult;
import org.metalayer.server.testing.Proposal;
import org.metalayer.server.testing.SimulatedFleet;
import org.metalayer.server.testing.SimulatedStick;

/** The three strategies that do not wait for days of the week. */
@QuarkusTest
class StrategyTest {

    private static final Duration DAY = Duration.ofHours(24);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Inject RolloutFixture fixture;
    @Inject SimulatedFleet fleet;

    @BeforeEach
    void begin() throws IOException {
        fixture.begin();
    }

    @Test
    void immediateGoesToEveryoneAsSoonAsTheFirstWaveHasVerified() {
        List<SimulatedStick> online = fleet.enrolOnline(20);
        List<SimulatedStick> away = fleet.enrol(20);
        RolloutDetail rollout = fixture.start(online.getFirst(), UpgradeType.BUGFIX);
        assertThat(rollout.rollout().strategy()).isEqualTo(Strategy.IMMEDIATE);

        List<SimulatedStick> wave = fixture.reached(rollout, online);
        assertThat(wave).hasSize(2);
        fixture.report(rollout, wave.subList(0, 1), OutcomeResult.VERIFIED);
        fixture.look(rollout);

        assertThat(fixture.reached(rollout, online)).hasSize(19);
        assertThat(fixture.reached(rollout, away)).hasSize(20);
    }

    @Test
    void immediateHaltsOnAFailingFirstWave() {
        List<SimulatedStick> online = fleet.enrolOnline(5);
        RolloutDetail rollout = fixture.start(online.getFirst(), UpgradeType.BUGFIX);
        List<SimulatedStick> wave = fixture.reached(rollout, online);
        assertThat(wave).hasSize(1);

        fixture.report(rollout, wave, OutcomeResult.FAILED);

        assertThat(fixture.look(rollout).rollout().state()).isEqualTo(RolloutState.HALTED);
    }

    @Test
    void immediateIsOneWaveWhereNobodyWasSeenLately() {
        List<SimulatedStick> away = fleet.enrol(10);
        RolloutDetail rollout = fixture.start(away.getFirst(), UpgradeType.BUGFIX);

        assertThat(fixture.reached(rollout, away)).hasSize(9);
    }

    @Test
    void immediateIsOneWaveWhereOnlyTheContributorWasSeenLately() {
        List<SimulatedStick> away = fleet.enrol(4);
        RolloutDetail rollout = fixture.start(fleet.enrolOnline(1).getFirst(), UpgradeType.BUGFIX);

        assertThat(fixture.reached(rollout, away)).hasSize(4);
    }

    @Test
    void testFirstAsksThreeTestSticksForADay() {
        List<SimulatedStick> sticks = fleet.enrolOnline(12);
        fleet.markTestStick(sticks.get(4));
        fleet.markTestStick(sticks.get(7));
        RolloutDetail rollout = fixture.start(sticks.getFirst(), UpgradeType.PERFORMANCE);
        assertThat(rollout.rollout().strategy()).isEqualTo(Strategy.TEST_FIRST);

        List<SimulatedStick> tested = fixture.reached(rollout, sticks);
        assertThat(tested).hasSize(3).contains(sticks.get(4), sticks.get(7));
        assertThat(fixture.entry(rollout).bound()).isEmpty();
        fixture.report(rollout, tested, OutcomeResult.VERIFIED);

        fixture.at(DAY.minus(MINUTE), rollout);
        assertThat(fixture.reached(rollout, sticks)).hasSize(3);
        fixture.at(DAY.plus(MINUTE), rollout);
        assertThat(fixture.reached(rollout, sticks)).hasSize(11);
    }

    @Test
    void testFirstWaitsForEveryTestStick() {
        List<SimulatedStick> sticks = fleet.enrolOnline(12);
        RolloutDetail rollout = fixture.start(sticks.getFirst(), UpgradeType.PERFORMANCE);
        List<SimulatedStick> tested = fixture.reached(rollout, sticks);
        fixture.report(rollout, tested.subList(0, 2), OutcomeResult.VERIFIED);

        RolloutDetail later = fixture.at(DAY.plus(MINUTE), rollout);

        assertThat(fixture.reached(rollout, sticks)).hasSize(3);
        assertThat(later.rings().getFirst().verdict())
                .hasValueSatisfying(verdict ->
                        assertThat(verdict.reason())
                                .contains("2 of 3 needed sticks have verified"));
    }

    @Test
    void oneFailedTestStickHalts() {
        List<SimulatedStick> sticks = fleet.enrolOnline(12);
        RolloutDetail rollout = fixture.start(sticks.getFirst(), UpgradeType.PERFORMANCE);
        List<SimulatedStick> tested = fixture.reached(rollout, sticks);

        fixture.report(rollout, tested.subList(0, 1), OutcomeResult.FAILED);

        assertThat(fixture.look(rollout).rollout().state()).isEqualTo(RolloutState.HALTED);
    }

    @Test
    void optionalIsOfferedToAllAndCompletesWhenAllHaveChosen() {
        List<SimulatedStick> sticks = fleet.enrolOnline(4);
        RolloutDetail rollout = fixture.start(sticks.getFirst(), UpgradeType.UX);
        assertThat(rollout.rollout().strategy()).isEqualTo(Strategy.OPTIONAL);
        assertThat(fixture.reached(rollout, sticks)).hasSize(3);

        fixture.report(rollout, sticks.subList(0, 2), OutcomeResult.VERIFIED);
        fixture.report(rollout, sticks.subList(2, 3), OutcomeResult.DECLINED);
        fleet.seen(sticks);
        assertThat(fixture.look(rollout).rollout().state()).isEqualTo(RolloutState.RUNNING);

        fixture.report(rollout, sticks.subList(3, 4), OutcomeResult.DECLINED);
        assertThat(fixture.look(rollout).rollout().state()).isEqualTo(RolloutState.COMPLETED);
    }

    @Test
    void theSeedIsCommittedToBeforeTheStartAndRevealedWithIt() {
        List<SimulatedStick> sticks = fleet.enrolOnline(10);
        RolloutDetail scheduled =
                fixture.schedule(sticks.getFirst(), Proposal.of(UpgradeType.FEATURE));
        fixture.refreshManifest();
        assertThat(fixture.entry(scheduled).state()).isEqualTo(EntryState.SCHEDULED);
        assertThat(fixture.entry(scheduled).seed()).isEmpty();
        assertThat(fixture.entry(scheduled).reaches(sticks.getFirst().id())).isFalse();

        fixture.look(scheduled);

        assertThat(fixture.entry(scheduled).seed()).contains(scheduled.rollout().seed().hex());
        assertThat(fixture.entry(scheduled).seedSha256())
                .isEqualTo(scheduled.rollout().seed().commitment());
    }

    @Test
    void nothingIsHealthyInAnEmptyFleet() {
        List<SimulatedStick> sticks = fleet.enrolOnline(1);
        RolloutDetail scheduled =
                fixture.schedule(sticks.getFirst(), Proposal.of(UpgradeType.FEATURE));
        fleet.become(sticks.getFirst(), "RETIRED");

        fixture.look(scheduled);
        RolloutDetail later = fixture.at(Duration.ofDays(30), scheduled);

        assertThat(later.rollout().state()).isEqualTo(RolloutState.RUNNING);
        assertThat(later.rings().getFirst().state()).isEqualTo(RingState.OPEN);
    }
}
