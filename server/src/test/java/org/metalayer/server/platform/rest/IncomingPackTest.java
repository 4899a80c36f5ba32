package org.metalayer.server.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What a sender's time is, and what it is late by. */
class IncomingPackTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1);

    private final AtomicInteger hangUps = new AtomicInteger();

    /** How long each read waits, and what is asked while it does. */
    private Duration wait = Duration.ZERO;

    private Runnable meanwhile = () -> {};

    private final IncomingPack pack =
            new IncomingPack(body(), now::get, 1, hangUps::incrementAndGet, () -> {});

    @Test
    void whatCameFastBeforeBuysNoTime() throws IOException {
        pack.readNBytes(8 << 20);
        wait = Duration.ofSeconds(6);

        assertThat(lateness(1)).isEqualTo(SECOND);
    }

    @Test
    void whoeverKeepsThePaceIsNeverLate() throws IOException {
        wait = SECOND;

        for (int i = 0; i < 100; i++) {
            assertThat(lateness(64 << 10)).isNegative();
        }
    }

    @Test
    void byteByByteOneIsLateSoon() throws IOException {
        wait = SECOND;
        for (int i = 0; i < 5; i++) {
            assertThat(lateness(1)).isLessThan(Duration.ofMillis(1));
        }

        assertThat(lateness(1)).isGreaterThan(Duration.ofMillis(999));
    }

    @Test
    void theTimeThatOthersTakeIsNotTheSenders() throws IOException {
        pack.read();
        now.addAndGet(Duration.ofHours(1).toNanos());
        assertThat(pack.lateness()).isZero();
        wait = SECOND;

        assertThat(lateness(1)).isNegative();
    }

    @Test
    void whoeverGaveWayReadsOnNoMoreNorDoesAnybodyListen() throws IOException {
        wait = Duration.ofSeconds(6);
        meanwhile = () -> assertThat(pack.giveWay()).isTrue();
        assertThat(pack.read()).isZero();

        assertThat(Thread.currentThread().isInterrupted()).as("is usable again").isFalse();
        assertThat(hangUps).hasValue(0);
        assertThatThrownBy(pack::read).hasMessageContaining("send it again later");
        assertThat(hangUps).hasValue(1);
    }

    /** Bytes may have come since somebody looked. */
    @Test
    void whoeverIsNotLateAnyMoreDoesNotGiveWay() throws IOException {
        wait = SECOND;
        meanwhile = () -> assertThat(pack.giveWay()).isFalse();

        assertThat(pack.read()).isZero();
        assertThat(pack.isOver()).isFalse();
    }

    /** Of the read of so many bytes, at its end. */
    private Duration lateness(int bytes) throws IOException {
        AtomicLong late = new AtomicLong();
        meanwhile = () -> late.set(pack.lateness());
        assertThat(pack.read(new byte[bytes])).isEqualTo(bytes);
        return Duration.ofNanos(late.get());
    }

    private InputStream body() {
        return new InputStream() {
            @Override
            public int read() {
                throw new UnsupportedOperationException();
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                now.addAndGet(wait.toNanos());
                meanwhile.run();
                return length;
            }
        };
    }
}
