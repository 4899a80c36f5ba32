package org.metalayer.server.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.metalayer.protocol.Draw;
import org.metalayer.protocol.UpgradeType;
import org.metalayer.server.platform.Sql;
import org.metalayer.server.testing.SimulatedFleet;
import org.metalayer.server.testing.SimulatedStick;

@QuarkusTest
class AssignmentTest {

    private record Drawn(UUID stick, Draw draw, int ring) {}

    @Inject RolloutFixture fixture;
    @Inject SimulatedFleet fleet;
    @Inject Sql sql;

    @BeforeEach
    void begin() throws IOException {
        fixture.begin();
    }

    @Test
    void theDatabaseDrawsExactlyAsSticksDo() {
        List<SimulatedStick> sticks = fleet.enrolOnline(100);
        RolloutDetail rollout = fixture.start(sticks.getFirst(), UpgradeType.FEATURE);
        byte[] seed = rollout.rollout().seed().bytes();

        assertThat(drawn(rollout))
                .hasSize(100)
                .allSatisfy(each -> assertThat(each.draw()).isEqualTo(Draw.of(seed, each.stick())));
    }

    @Test
    void ringsAreFilledInTheOrderOfTheDraws() {
        List<SimulatedStick> sticks = fleet.enrolOnline(25);
        RolloutDetail rollout = fixture.start(sticks.getFirst(), UpgradeType.FEATURE);

        List<Drawn> all = drawn(rollout);
        Map<Integer, Long> sizes =
                all.stream().collect(Collectors.groupingBy(Drawn::ring, Collectors.counting()));
        List<Drawn> drawn =
                all.stream().filter(each -> !each.stick().equals(sticks.getFirst().id())).toList();

        assertThat(drawn.stream().map(Drawn::ring)).isSorted();
        assertThat(sizes).isEqualTo(Map.of(1, 3L, 2, 10L, 3, 12L));
        assertThat(rollout.rings().getFirst().bound()).contains(drawn.get(2).draw());
        assertThat(rollout.rings().getLast().bound()).contains(Draw.EVERYONE);
    }

    @ParameterizedTest
    @EnumSource(names = {"BUGFIX", "PERFORMANCE"})
    void theStickThatAReleaseComesFromIsNoWitness(UpgradeType type) {
        List<SimulatedStick> sticks = fleet.enrolOnline(3);
        RolloutDetail rollout = fixture.start(sticks.getFirst(), type);

        assertThat(drawn(rollout))
                .filteredOn(each -> each.stick().equals(sticks.getFirst().id()))
                .extracting(Drawn::ring)
                .containsExactly(2);
    }

    @Test
    void aStickThatIsAloneIsInTheFirstRing() {
        RolloutDetail rollout = fixture.start(fleet.enrolOnline(1).getFirst(), UpgradeType.FEATURE);

        assertThat(drawn(rollout)).extracting(Drawn::ring).containsExactly(1);
    }

    @Test
    void pendingAndRetiredSticksHaveNoPart() {
        List<SimulatedStick> sticks = fleet.enrolOnline(4);
        fleet.become(sticks.get(0), "PENDING");
        fleet.become(sticks.get(1), "RETIRED");
        fleet.become(sticks.get(2), "QUARANTINED");

        RolloutDetail rollout = fixture.start(sticks.get(3), UpgradeType.UX);

        assertThat(drawn(rollout))
                .extracting(Drawn::stick)
                .containsExactlyInAnyOrder(sticks.get(2).id(), sticks.get(3).id());
    }

    private List<Drawn> drawn(RolloutDetail rollout) {
        return sql.list(
                "SELECT stick_id, draw, ring FROM deployment WHERE rollout_id = ? ORDER BY draw",
                row ->
                        new Drawn(
                                row.uuid("stick_id"),
                                new Draw(row.text("draw")),
                                row.integer("ring")),
                rollout.rollout().id());
    }
}
