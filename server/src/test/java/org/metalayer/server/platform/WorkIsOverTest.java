package org.metalayer.server.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class WorkIsOverTest {

    private final WorkIsOver work = new WorkIsOver();

    @Test
    void itIsOverOnceAfterEachTimeOfWork() {
        assertThat(looks(40, 80, 81, 82, 82, 200, 300, 300, 300))
                .containsExactly(false, false, true, false, false, false, false, true, false);
    }

    @Test
    void itIsNotOverWhileItGoesOn() {
        assertThat(looks(LongStream.rangeClosed(1, 100).map(look -> look * 2).toArray()))
                .doesNotContain(true);
    }

    @Test
    void littleWorkIsNotWorthIt() {
        assertThat(looks(49, 49, 49)).containsExactly(false, false, false);
    }

    private Boolean[] looks(long... collections) {
        return LongStream.of(collections).mapToObj(work::at).toArray(Boolean[]::new);
    }
}
