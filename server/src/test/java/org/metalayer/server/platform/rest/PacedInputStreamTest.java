package org.metalayer.server.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PacedInputStreamTest {

    private static final int LARGE = 8 << 20;

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1);
    private final AtomicBoolean hungUp = new AtomicBoolean();

    @Test
    void whatCameFastBeforeBuysNoTime() throws IOException {
        PacedInputStream body = body(2 * LARGE);
        body.readNBytes(LARGE);
        pass(Duration.ofSeconds(61));
        body.read();

        pass(Duration.ofSeconds(59));
        body.read();
        pass(Duration.ofSeconds(1));

        assertThatThrownBy(body::read).hasMessageContaining("only 2 bytes came in 60 s");
        assertThat(hungUp).isTrue();
    }

    @Test
    void whoeverKeepsTheLeastPaceMaySendForHours() throws IOException {
        PacedInputStream body = body(LARGE);
        int received = 0;

        int read;
        do {
            pass(Duration.ofSeconds(16));
            read = body.readNBytes(8_192).length;
            received += read;
        } while (read > 0);

        assertThat(received).isEqualTo(LARGE);
        assertThat(hungUp).isFalse();
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }

    private PacedInputStream body(int length) {
        return new PacedInputStream(
                new ByteArrayInputStream(new byte[length]), now::get, () -> hungUp.set(true));
    }
}
