package org.metalayer.agent.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class FilledTest {

    private static byte[] filled(int size) throws IOException {
        try (Filled in = new Filled(new ByteArrayInputStream(new byte[] {1, 2, 3}), size)) {
            return in.readAllBytes();
        }
    }

    @Test
    void zerosFollowUpToTheSize() throws Exception {
        assertThat(filled(5)).containsExactly(1, 2, 3, 0, 0);
        assertThat(filled(3)).containsExactly(1, 2, 3);
    }

    @Test
    void whatThereIsNoRoomForIsRefused() {
        assertThatThrownBy(() -> filled(2)).hasMessageContaining("room for 2 bytes");
    }
}
