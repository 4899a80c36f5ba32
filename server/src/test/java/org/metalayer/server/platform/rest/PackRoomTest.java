package org.metalayer.server.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.metalayer.server.platform.ProblemException;

class PackRoomTest {

    private final PackRoom room = new PackRoom(Duration.ZERO);

    @Test
    void twelveLongPacksFillItAndOneThatEndsMakesRoom() {
        List<PlacesPerSender.Place> under =
                Stream.generate(() -> room.take(32 << 20)).limit(12).toList();

        requireBusy(32 << 20);
        requireBusy(-1);
        requireBusy(1);

        under.getFirst().close();
        assertThat(room.take(-1)).isNotNull();
    }

    @Test
    void shortOnesComeInBesideLongOnes() {
        Stream.generate(() -> room.take(-1)).limit(11).forEach(place -> {});

        List<PlacesPerSender.Place> small =
                Stream.generate(() -> room.take(2048)).limit(1024).toList();

        assertThat(small).hasSize(1024);
        requireBusy(1);
    }

    private void requireBusy(int length) {
        assertThatThrownBy(() -> room.take(length))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("send it again");
    }
}
