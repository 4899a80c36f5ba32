package org.metalayer.server.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.metalayer.server.fleet.StickState.ACCEPTED;
import static org.metalayer.server.fleet.StickState.PENDING;
import static org.metalayer.server.fleet.StickState.QUARANTINED;
import static org.metalayer.server.fleet.StickState.REJECTED;
import static org.metalayer.server.fleet.StickState.RETIRED;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StickStateTest {

    private static final Set<List<StickState>> POSSIBLE =
            Set.of(
                    List.of(PENDING, ACCEPTED),
                    List.of(PENDING, REJECTED),
                    List.of(ACCEPTED, RETIRED),
                    List.of(ACCEPTED, QUARANTINED),
                    List.of(QUARANTINED, ACCEPTED),
                    List.of(QUARANTINED, RETIRED),
                    List.of(REJECTED, ACCEPTED));

    @ParameterizedTest
    @EnumSource
    void allowsExactlyTheTransitionsOfTheProtocol(StickState from) {
        for (StickState to : StickState.values()) {
            assertThat(from.mayBecome(to))
                    .as("%s -> %s", from, to)
                    .isEqualTo(POSSIBLE.contains(List.of(from, to)));
        }
    }
}
