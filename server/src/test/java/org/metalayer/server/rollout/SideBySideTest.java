package org.metalayer.server.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.metalayer.protocol.UpgradeType;
import org.metalayer.protocol.message.DeploymentEntry;
import org.metalayer.protocol.message.OutcomeResult;
import org.metalayer.server.rollout.gate.Counts;
import org.metalayer.server.testing.Proposal;
import org.metalayer.server.testing.SimulatedFleet;
import org.metalayer.server.testing.SimulatedStick;

/** Several releases of one component on their way at once. */
@QuarkusTest
class SideBySideTest {

    @Inject RolloutFixture fixture;
    @Inject SimulatedFleet fleet;

    private List<SimulatedStick> sticks = List.of();

    @BeforeEach
    void begin() throws IOException {
        fixture.begin();
        sticks = fleet.enrolOnline(5);
    }

    @Test
    void aHigherVersionThatCompletesSupersedesLowerOnes() {
        RolloutDetail first = fixture.start(sticks.getFirst(), UpgradeType.FEATURE);
        RolloutDetail second = fixture.start(sticks.get(1), fixOf(first));
        assertThat(fixture.manifest().entries())
                .extracting(DeploymentEntry::version)
                .containsExactly(1L, 2L);

        deliver(second);

        assertThat(fixture.again(second).rollout().state()).isEqualTo(RolloutState.COMPLETED);
        assertThat(fixture.again(first).rollout().state()).isEqualTo(RolloutState.SUPERSEDED);
        assertThat(fixture.again(first).counts().superseded()).isEqualTo(5);
        assertThat(fixture.manifest().entries())
                .extracting(DeploymentEntry::version)
                .containsExactly(2L);
    }

    @Test
    void aStickThatVerifiedAHigherVersionIsDoneWithTheLowerOne() {
        RolloutDetail first = fixture.start(sticks.getFirst(), UpgradeType.FEATURE);
        RolloutDetail second = fixture.start(sticks.get(1), fixOf(first));
        List<SimulatedStick> wave = fixture.reached(second, sticks);

        fixture.report(second, wave, OutcomeResult.VERIFIED);

        assertThat(fixture.look(first).counts().superseded()).isEqualTo(wave.size());
    }

    @Test
    void harmAfterCompletionWithdrawsTheReleaseAndTheOneBeforeIsTheWayAgain() {
        RolloutDetail first = fixture.start(sticks.getFirst(), Proposal.of(UpgradeType.BUGFIX));
        deliver(first);
        RolloutDetail second = fixture.start(sticks.get(1), fixOf(first));
        deliver(second);
        assertThat(fixture.again(first).rollout().state()).isEqualTo(RolloutState.SUPERSEDED);

        fixture.report(second, sticks.subList(0, 2), OutcomeResult.FAILED);
        RolloutDetail halted = fixture.at(Duration.ofDays(2), second);

        assertThat(halted.rollout().state()).isEqualTo(RolloutState.HALTED);
        assertThat(fixture.again(first).rollout().state()).isEqualTo(RolloutState.COMPLETED);
        assertThat(fixture.manifest().entries())
                .extracting(DeploymentEntry::version)
                .containsExactly(1L);
    }

    @Test
    void whatOwnersMayDeclineTakesNothingFromWhoIsLate() {
        RolloutDetail fix = fixture.start(sticks.getFirst(), Proposal.of(UpgradeType.BUGFIX));
        deliver(fix);
        RolloutDetail extra = fixture.start(sticks.get(1), fixOf(fix).type(UpgradeType.UX));

        fixture.report(extra, sticks, OutcomeResult.VERIFIED);
        assertThat(fixture.look(extra).rollout().state()).isEqualTo(RolloutState.COMPLETED);

        List<SimulatedStick> late = fleet.enrolOnline(1);
        assertThat(fixture.reached(fix, late)).hasSameSizeAs(late);
        assertThat(fixture.again(fix).rollout().state()).isEqualTo(RolloutState.COMPLETED);
    }

    @Test
    void aReleaseThatIsTheWayAgainIsWatchedAsBefore() {
        RolloutDetail first = fixture.start(sticks.getFirst(), Proposal.of(UpgradeType.BUGFIX));
        List<SimulatedStick> inOrder = new ArrayList<>(fixture.reached(first, sticks));
        fixture.report(first, inOrder, OutcomeResult.VERIFIED);
        fixture.look(first);
        sticks.stream().filter(stick -> !inOrder.contains(stick)).forEach(inOrder::add);
        fixture.report(first, inOrder.subList(0, 3), OutcomeResult.VERIFIED);
        assertThat(fixture.look(first).rollout().state()).isEqualTo(RolloutState.COMPLETED);
        RolloutDetail second = fixture.start(sticks.get(1), fixOf(first));
        deliver(second);
        assertThat(fixture.again(first).counts().superseded()).isEqualTo(5);

        fixture.operator(RolloutVerb.HALT, second);

        assertThat(fixture.again(first).counts())
                .returns(3L, Counts::verified)
                .returns(0L, Counts::superseded);
        fixture.report(first, inOrder.subList(3, 5), OutcomeResult.FAILED);
        assertThat(fixture.look(first).rollout().state()).isEqualTo(RolloutState.HALTED);
    }

    @Test
    void whatAnOptionalReleaseHadReplacedComesBackWithWhatLiesBelowIt() {
        RolloutDetail fix = fixture.start(sticks.getFirst(), Proposal.of(UpgradeType.BUGFIX));
        deliver(fix);
        RolloutDetail extra = fixture.start(sticks.get(1), fixOf(fix).type(UpgradeType.UX));
        deliver(extra);
        RolloutDetail last = fixture.start(sticks.get(2), fixOf(extra));
        deliver(last);
        assertThat(fixture.manifest().entries())
                .extracting(DeploymentEntry::version)
                .containsExactly(3L);

        fixture.operator(RolloutVerb.HALT, last);

        assertThat(fixture.manifest().entries())
                .extracting(DeploymentEntry::version)
                .containsExactly(1L, 2L);
    }

    @Test
    void theHeadAfterAWithdrawalIsTheReleaseBefore() {
        RolloutDetail first = fixture.start(sticks.getFirst(), Proposal.of(UpgradeType.BUGFIX));
        RolloutDetail second = fixture.start(sticks.get(1), fixOf(first));

        fixture.operator(RolloutVerb.HALT, second);

        Proposal third = fixOf(first).file("third.txt", "third");
        assertThat(fixture.schedule(sticks.get(2), third).release().version()).isEqualTo(3);
    }

    private void deliver(RolloutDetail rollout) {
        fixture.report(rollout, fixture.reached(rollout, sticks), OutcomeResult.VERIFIED);
        fixture.look(rollout);
        fixture.report(rollout, sticks, OutcomeResult.VERIFIED);
        fixture.look(rollout);
    }

    private static Proposal fixOf(RolloutDetail parent) {
        return Proposal.of(UpgradeType.BUGFIX)
                .parent(parent.release().id())
                .file("fix.js", "fixed(" + parent.release().version() + ")");
    }
}
