package org.metalayer.server.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.metalayer.server.platform.ProblemException;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class PackRoomTest {

    private static final int LONG = 32 << 20;
    private static final int LONG_AT_ONCE = 12;

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1);
    private final PackRoom room = new PackRoom(now::get, Duration.ZERO);

    @Test
    void twelveLongPacksFillItAndOneThatEndsMakesRoom() throws IOException {
        List<InputStream> under =
                Stream.generate(() -> take(room, LONG)).limit(LONG_AT_ONCE).toList();

        requireBusy(LONG);
        requireBusy(-1);
        requireBusy(1);

        under.getFirst().close();
        assertThat(take(room, -1)).isNotNull();
    }

    @Test
    void shortOnesComeInBesideLongOnes() {
        Stream.generate(() -> take(room, -1)).limit(LONG_AT_ONCE - 1).forEach(pack -> {});

        List<InputStream> small = Stream.generate(() -> take(room, 2048)).limit(1024).toList();

        assertThat(small).hasSize(1024);
        requireBusy(1);
    }

    @Test
    void eachSenderHasOneAtATime() throws IOException {
        UUID sender = UUID.randomUUID();
        InputStream first = take(room, sender, 1);

        assertThatThrownBy(() -> take(room, sender, 1)).hasMessageContaining("one after the other");

        first.close();
        assertThat(take(room, sender, 1)).isNotNull();
    }

    @Test
    void whoFoundNoRoomMayAskAgain() throws IOException {
        UUID sender = UUID.randomUUID();
        List<InputStream> all = Stream.generate(() -> take(room, -1)).limit(LONG_AT_ONCE).toList();
        assertThatThrownBy(() -> take(room, sender, 1)).hasMessageContaining("send it again");

        all.getFirst().close();
        assertThat(take(room, sender, 1)).isNotNull();
    }

    @Test
    void ofThoseThatAreLateTheLatestGivesWay() throws Exception {
        PackRoom patient = new PackRoom(now::get, Duration.ofSeconds(30));
        List<Future<Integer>> silent = new ArrayList<>();
        for (int i = 0; i < LONG_AT_ONCE; i++) {
            silent.add(silent(patient));
            pass(Duration.ofMillis(1));
        }
        pass(Duration.ofSeconds(5));

        assertThat(take(patient, 1)).isNotNull();

        assertThatThrownBy(silent.getFirst()::get)
                .hasRootCauseMessage(
                        "others wait for the room that this pack takes; send it again later");
        assertThat(silent.subList(1, LONG_AT_ONCE)).noneMatch(Future::isDone);
    }

    @Test
    void whoeverIsQuickEnoughKeepsItsRoom() throws Exception {
        PackRoom patient = new PackRoom(now::get, Duration.ofSeconds(1));
        for (int i = 0; i < LONG_AT_ONCE; i++) {
            assertThat(silent(patient)).isNotDone();
        }
        pass(Duration.ofMillis(4_900));

        assertThatThrownBy(() -> take(patient, 1)).hasMessageContaining("send it again");
    }

    /** A pack of which not one byte comes, once it is waited for. */
    private Future<Integer> silent(PackRoom where) throws Exception {
        PipedInputStream nothing = new PipedInputStream(new PipedOutputStream());
        CompletableFuture<Void> waits = new CompletableFuture<>();
        InputStream body =
                new InputStream() {
                    @Override
                    public int read() {
                        throw new UnsupportedOperationException();
                    }

                    @Override
                    public int read(byte[] buffer, int offset, int length) throws IOException {
                        waits.complete(null);
                        return nothing.read(buffer, offset, length);
                    }
                };
        FutureTask<Integer> reading =
                new FutureTask<>(() -> {
                    try (InputStream pack = where.take(UUID.randomUUID(), LONG, body)) {
                        return pack.read();
                    }
                });
        Thread.ofVirtual().start(reading);
        waits.get();
        return reading;
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }

    private static InputStream take(PackRoom where, int length) {
        return take(where, UUID.randomUUID(), length);
    }

    private static InputStream take(PackRoom where, UUID sender, int length) {
        return where.take(sender, length, new ByteArrayInputStream(new byte[0]));
    }

    private void requireBusy(int length) {
        assertThatThrownBy(() -> take(room, length))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("send it again");
    }
}
