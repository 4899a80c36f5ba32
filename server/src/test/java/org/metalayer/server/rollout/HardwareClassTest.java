package org.metalayer.server.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.metalayer.protocol.UpgradeType;
import org.metalayer.protocol.message.DeploymentEntry;
import org.metalayer.protocol.message.OutcomeResult;
import org.metalayer.server.platform.Sql;
import org.metalayer.server.testing.Proposal;
import org.metalayer.server.testing.SimulatedFleet;
import org.metalayer.server.testing.SimulatedStick;

/** What is for some sticks only is drawn among those. */
@QuarkusTest
class HardwareClassTest {

    private static final String CLASS = "metalayer-console-amd64";
    private static final String OTHER = "metalayer-kiosk-amd64";

    @Inject RolloutFixture fixture;
    @Inject SimulatedFleet fleet;
    @Inject Sql sql;

    @BeforeEach
    void begin() throws IOException {
        fixture.begin();
    }

    private RolloutDetail start(SimulatedStick contributor, String... classes) {
        return fixture.start(
                contributor,
                Proposal.of(UpgradeType.FEATURE).file("component.json", json(classes)));
    }

    private static String json(String... classes) {
        return "{\"hardware_classes\":[\"" + String.join("\",\"", classes) + "\"]}";
    }

    private void become(List<SimulatedStick> sticks, String hardwareClass) {
        for (SimulatedStick stick : sticks) {
            sql.update(
                    "UPDATE stick SET hardware_class = ? WHERE id = ?", hardwareClass, stick.id());
        }
    }

    private List<UUID> drawn(RolloutDetail rollout) {
        return sql.list(
                "SELECT stick_id FROM deployment WHERE rollout_id = ?",
                row -> row.uuid("stick_id"),
                rollout.rollout().id());
    }

    @Test
    void othersHaveNoPartAndRingsAreSharesOfThoseThatHave() {
        List<SimulatedStick> sticks = fleet.enrolOnline(30);
        List<SimulatedStick> booted = sticks.subList(20, 30);
        become(booted, CLASS);

        RolloutDetail rollout = start(sticks.getFirst(), "other", CLASS);

        assertThat(drawn(rollout))
                .containsExactlyInAnyOrderElementsOf(
                        booted.stream().map(SimulatedStick::id).toList());
        assertThat(rollout.rings())
                .extracting(ring -> ring.counts().total())
                .containsExactly(1L, 4L, 5L);
    }

    @Test
    void theManifestAndTheReleaseSayForWhomItIs() {
        List<SimulatedStick> sticks = fleet.enrolOnline(2);
        RolloutDetail rollout = start(sticks.getFirst(), CLASS);

        DeploymentEntry entry = fixture.entry(rollout);
        assertThat(entry.target().orElseThrow().hardwareClasses()).containsExactly(CLASS);
        assertThat(rollout.release().hardwareClasses()).containsExactly(CLASS);
    }

    /** Systems of two kinds are versions of one component. */
    @Test
    void whatReachesOthersTakesNothingFromThese() {
        List<SimulatedStick> sticks = fleet.enrolOnline(10);
        become(sticks.subList(0, 5), CLASS);
        become(sticks.subList(5, 10), OTHER);
        RolloutDetail ours = start(sticks.getFirst(), CLASS);
        RolloutDetail theirs =
                fixture.start(
                        sticks.get(1),
                        Proposal.of(UpgradeType.BUGFIX)
                                .parent(ours.release().id())
                                .file("component.json", json(OTHER)));
        List<SimulatedStick> others = sticks.subList(5, 10);

        fixture.report(theirs, fixture.reached(theirs, others), OutcomeResult.VERIFIED);
        fixture.look(theirs);
        fixture.report(theirs, others, OutcomeResult.VERIFIED);
        fixture.look(theirs);

        assertThat(fixture.again(theirs).rollout().state()).isEqualTo(RolloutState.COMPLETED);
        assertThat(fixture.again(ours).rollout().state()).isEqualTo(RolloutState.RUNNING);
        assertThat(floor(ours)).isOne();
        assertThat(floor(theirs)).isEqualTo(2);
    }

    private long floor(RolloutDetail rollout) {
        return fixture.entry(rollout).target().orElseThrow().floor();
    }

    @Test
    void whatNamesNoneIsForAll() {
        List<SimulatedStick> sticks = fleet.enrolOnline(4);
        become(sticks.subList(2, 4), CLASS);

        assertThat(drawn(fixture.start(sticks.getFirst(), UpgradeType.FEATURE))).hasSize(4);
    }
}
