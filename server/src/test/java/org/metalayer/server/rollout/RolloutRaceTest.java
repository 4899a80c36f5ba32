package org.metalayer.server.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.metalayer.protocol.UpgradeType;
import org.metalayer.protocol.message.OutcomeResult;
import org.metalayer.server.platform.Sql;
import org.metalayer.server.testing.Proposal;
import org.metalayer.server.testing.SimulatedFleet;
import org.metalayer.server.testing.SimulatedStick;

/** What replicas do to each other, as threads. */
@QuarkusTest
class RolloutRaceTest {

    @Inject RolloutFixture fixture;
    @Inject SimulatedFleet fleet;
    @Inject Sql sql;

    private List<SimulatedStick> sticks = List.of();

    @BeforeEach
    void begin() throws IOException {
        fixture.begin();
        sticks = fleet.enrolOnline(10);
    }

    @Test
    void manyTicksAtOnceStartARolloutOnce() throws Exception {
        RolloutDetail scheduled =
                fixture.schedule(sticks.getFirst(), Proposal.of(UpgradeType.FEATURE));

        atOnce(() -> {
            fixture.tick();
            return true;
        });

        RolloutDetail started = fixture.look(scheduled);
        assertThat(started.rollout().version()).isEqualTo(scheduled.rollout().version() + 1);
        assertThat(started.counts().total()).isEqualTo(10);
    }

    @Test
    void manyTicksAtOnceOpenOneRing() throws Exception {
        RolloutDetail rollout = fixture.start(sticks.getFirst(), UpgradeType.BUGFIX);
        fixture.report(rollout, fixture.reached(rollout, sticks), OutcomeResult.VERIFIED);

        atOnce(() -> {
            fixture.tick();
            return true;
        });

        assertThat(fixture.look(rollout).rings())
                .extracting(Ring::state)
                .containsExactly(RingState.PASSED, RingState.OPEN);
    }

    @Test
    void whoComesTogetherSignsNothingTwice() throws Exception {
        RolloutDetail rollout = fixture.start(sticks.getFirst(), UpgradeType.FEATURE);

        atOnce(
                () -> {
                    fixture.operator(RolloutVerb.ADVANCE, rollout);
                    return true;
                },
                3);

        List<String> contents =
                sql.list(
                        "SELECT content_sha256 FROM deployment_manifest ORDER BY sequence",
                        row -> row.text("content_sha256"));
        assertThat(contents).hasSizeGreaterThan(3).doesNotHaveDuplicates();
        long newest =
                sql.first(
                                "SELECT max(sequence) AS newest FROM deployment_manifest",
                                row -> row.number("newest"))
                        .orElseThrow();
        assertThat(fixture.manifest().sequence()).isEqualTo(newest);
    }

    private static void atOnce(Callable<Boolean> task) throws Exception {
        atOnce(task, 6);
    }

    private static void atOnce(Callable<Boolean> task, int times) throws Exception {
        try (ExecutorService replicas = Executors.newFixedThreadPool(times)) {
            for (Future<Boolean> each :
                    replicas.invokeAll(new ArrayList<>(Collections.nCopies(times, task)))) {
                assertThat(each.get()).isTrue();
            }
        }
    }
}
