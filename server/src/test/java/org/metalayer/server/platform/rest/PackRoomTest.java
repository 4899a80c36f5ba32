package org.metalayer.server.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.metalayer.server.platform.ProblemException;

class PackRoomTest {

    private final PackRoom room = new PackRoom(Duration.ZERO);

    @Test
    void twelveLongPacksFillItAndOneThatEndsMakesRoom() {
        List<PlacesPerSender.Place> under =
                Stream.generate(() -> room.take(UUID.randomUUID(), 32 << 20)).limit(12).toList();

        requireBusy(32 << 20);
        requireBusy(-1);
        requireBusy(1);

        under.getFirst().close();
        assertThat(room.take(UUID.randomUUID(), -1)).isNotNull();
    }

    @Test
    void shortOnesComeInBesideLongOnes() {
        Stream.generate(() -> room.take(UUID.randomUUID(), -1)).limit(11).forEach(place -> {});

        List<PlacesPerSender.Place> small =
                Stream.generate(() -> room.take(UUID.randomUUID(), 2048)).limit(1024).toList();

        assertThat(small).hasSize(1024);
        requireBusy(1);
    }

    @Test
    void eachSenderHasOneAtATime() {
        UUID sender = UUID.randomUUID();
        PlacesPerSender.Place first = room.take(sender, 1);

        assertThatThrownBy(() -> room.take(sender, 1)).hasMessageContaining("one after the other");

        first.close();
        assertThat(room.take(sender, 1)).isNotNull();
    }

    @Test
    void whoFoundNoRoomMayAskAgain() {
        UUID sender = UUID.randomUUID();
        List<PlacesPerSender.Place> all =
                Stream.generate(() -> room.take(UUID.randomUUID(), -1)).limit(12).toList();
        assertThatThrownBy(() -> room.take(sender, 1)).hasMessageContaining("send it again");

        all.getFirst().close();
        assertThat(room.take(sender, 1)).isNotNull();
    }

    private void requireBusy(int length) {
        assertThatThrownBy(() -> room.take(UUID.randomUUID(), length))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("send it again");
    }
}
