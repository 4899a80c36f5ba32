package org.metalayer.server.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.metalayer.protocol.UpgradeType;
import org.metalayer.protocol.message.OutcomeResult;
import org.metalayer.server.platform.Sql;
import org.metalayer.server.testing.Proposal;
import org.metalayer.server.testing.SimulatedFleet;
import org.metalayer.server.testing.SimulatedStick;

/** When rollouts are looked at, and when sticks are told what came of it. */
@QuarkusTest
class RolloutScheduleTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject RolloutFixture fixture;
    @Inject RolloutSchedule schedule;
    @Inject SimulatedFleet fleet;
    @Inject Sql sql;

    private List<SimulatedStick> sticks = List.of();
    private RolloutDetail running;

    @BeforeEach
    void aRingIsReadyToGiveWay() throws IOException {
        fixture.begin();
        sticks = fleet.enrolOnline(10);
        running = fixture.start(sticks.getFirst(), UpgradeType.BUGFIX);
        fixture.report(running, fixture.reached(running, sticks), OutcomeResult.VERIFIED);
    }

    @Test
    void everyStepIsPublishedBeforeTheNextIsTaken() {
        fixture.schedule(sticks.get(1), another());
        fixture.refreshManifest();
        long before = manifests();

        schedule.onSchedule();

        assertThat(fixture.again(running).rings())
                .extracting(Ring::state)
                .containsExactly(RingState.PASSED, RingState.OPEN);
        assertThat(manifests() - before).as("the ring that opened, then the start").isEqualTo(2);
    }

    @Test
    void whatMayHaveToBeHaltedIsLookedAtBeforeAnythingStarts() {
        RolloutDetail scheduled = fixture.schedule(sticks.get(1), another());
        sql.update(
                "UPDATE rollout SET created_at = created_at - interval '1 day' WHERE id = ?",
                scheduled.rollout().id());
        fixture.refreshManifest();

        schedule.onSchedule();

        assertThat(fixture.again(running).rings().get(1).openedAt().orElseThrow())
                .isBefore(fixture.again(scheduled).rollout().life().startedAt().orElseThrow());
    }

    @Test
    void newsOfARolloutThatSomebodyElseIsAtAreNotLost() throws InterruptedException {
        UUID rollout = running.rollout().id();
        long before = manifests();
        QuarkusTransaction.requiringNew()
                .run(() -> {
                    sql.first(
                            "SELECT id FROM rollout WHERE id = ? FOR UPDATE",
                            row -> row.uuid("id"),
                            rollout);
                    CompletableFuture.runAsync(() -> schedule.soon(rollout)).join();
                    assertThat(openRing()).isEqualTo(1);
                });

        long begun = System.nanoTime();
        while (manifests() == before && System.nanoTime() - begun < PATIENCE.toNanos()) {
            Thread.sleep(50);
        }
        assertThat(openRing()).isEqualTo(2);
    }

    @Test
    void anOperatorsHaltMayTakeAsLongAsAStart() {
        assertThat(Stream.of(Rollouts.class.getDeclaredMethods()))
                .filteredOn(method -> method.getName().equals("apply"))
                .singleElement()
                .satisfies(method ->
                        assertThat(method.getAnnotation(TransactionConfiguration.class).timeout())
                                .isEqualTo(RolloutTick.LONGEST_SECONDS));
    }

    private Proposal another() {
        return Proposal.of(UpgradeType.FEATURE)
                .parent(running.release().id())
                .file("more.js", "more()");
    }

    private int openRing() {
        return fixture.again(running).rings().stream()
                .filter(ring -> ring.state() == RingState.OPEN)
                .mapToInt(Ring::ordinal)
                .findFirst()
                .orElse(0);
    }

    private long manifests() {
        return sql.number("SELECT count(*) FROM deployment_manifest");
    }
}
