package org.metalayer.agent.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.metalayer.agent.feed.ReleaseRef;
import org.metalayer.protocol.ComponentName;
import org.metalayer.protocol.Sha256;

class PhaseTest {

    @Test
    void everyPairIsAsTheTableSays() {
        Map<String, Set<String>> allowed = new TreeMap<>();
        for (Phase phase : Phase.values()) {
            Set<String> next = new TreeSet<>();
            for (Phase other : Phase.values()) {
                if (phase.mayBecome(other)) {
                    next.add(other.name());
                }
            }
            allowed.put(phase.name(), next);
        }

        assertThat(allowed)
                .isEqualTo(
                        Map.of(
                                "DOWNLOADING", Set.of("STAGED", "ACTIVATED", "FAILED", "CONFLICT"),
                                "STAGED", Set.of("ACTIVATING", "DOWNLOADING", "FAILED"),
                                "ACTIVATING",
                                        Set.of("ACTIVATED", "STAGED", "DOWNLOADING", "FAILED"),
                                "ACTIVATED", Set.of("COMMITTED", "RETURNING"),
                                "RETURNING", Set.of("SWITCHING_BACK", "FAILED", "ROLLED_BACK"),
                                "SWITCHING_BACK", Set.of("RETURNING", "FAILED", "ROLLED_BACK"),
                                "COMMITTED", Set.of(),
                                "FAILED", Set.of(),
                                "ROLLED_BACK", Set.of(),
                                "CONFLICT", Set.of()));
    }

    @Test
    void anInstallationRefusesWhatTheTableDoesNotAllow() {
        ReleaseRef release =
                new ReleaseRef(
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        new ComponentName("player"),
                        3,
                        Sha256.of(new byte[0]),
                        Optional.empty());
        Installation at =
                Installation.begin(
                        Order.of(release, Resolution.ASK, Duration.ZERO), Phase.DOWNLOADING);

        assertThatThrownBy(() -> at.become(Phase.COMMITTED))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("player 3 cannot go from DOWNLOADING to COMMITTED");
    }
}
