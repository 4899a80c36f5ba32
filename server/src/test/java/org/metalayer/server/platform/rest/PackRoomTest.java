package org.metalayer.server.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.metalayer.server.platform.ProblemException;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class PackRoomTest {

    private static final int LONG = 32 << 20;
    private static final int LONG_AT_ONCE = 12;

    /** What a long one takes. */
    private static final int AT_ONCE = 2 << 20;

    private static final int KIB = 1 << 10;

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1);
    private final PackRoom room = new PackRoom(now::get, Duration.ZERO);

    /** How many had to give way, and what they wait for before they give back their room. */
    private final AtomicInteger ended = new AtomicInteger();

    private CompletableFuture<Void> mayLeave = CompletableFuture.completedFuture(null);

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
            silent.add(silent(patient, LONG));
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
    void oneGivesWayHoweverManyWaitForWhatItHas() throws Exception {
        PackRoom patient = new PackRoom(now::get, Duration.ofSeconds(1));
        mayLeave = new CompletableFuture<>();
        Future<Integer> latest = silent(patient, LONG);
        pass(Duration.ofMillis(1));
        for (int i = 1; i < LONG_AT_ONCE; i++) {
            assertThat(silent(patient, LONG)).isNotDone();
        }
        pass(Duration.ofSeconds(6));

        List<Future<InputStream>> waiting =
                Stream.generate(() -> start(() -> take(patient, 1))).limit(4).toList();

        assertThat(waiting)
                .allSatisfy(each ->
                        assertThatThrownBy(each::get).hasMessageContaining("send it again"));
        mayLeave.complete(null);
        assertThatThrownBy(latest::get).hasMessageContaining("others wait");
        assertThat(ended).hasValue(1);
    }

    @Test
    void theLatestThatHasTooLittleIsLeftAlone() throws Exception {
        PackRoom patient = almostFull(Duration.ofSeconds(30));
        Future<Integer> tiny = silent(patient, KIB);
        pass(Duration.ofMillis(1));
        Future<Integer> rest = silent(patient, AT_ONCE - KIB);
        pass(Duration.ofSeconds(6));

        assertThat(take(patient, 2 * KIB)).isNotNull();

        assertThatThrownBy(rest::get).hasMessageContaining("others wait");
        assertThat(tiny).isNotDone();
    }

    @Test
    void severalGiveWayWhereNoneHasEnough() throws Exception {
        PackRoom patient = almostFull(Duration.ofSeconds(30));
        Future<Integer> half = silent(patient, AT_ONCE / 2);
        Future<Integer> otherHalf = silent(patient, AT_ONCE / 2);
        pass(Duration.ofSeconds(6));

        assertThat(take(patient, LONG)).isNotNull();

        assertThatThrownBy(half::get).hasMessageContaining("others wait");
        assertThatThrownBy(otherHalf::get).hasMessageContaining("others wait");
    }

    @Test
    void nobodyGivesWayForNothing() throws Exception {
        PackRoom patient = almostFull(Duration.ofSeconds(1));
        assertThat(take(patient, AT_ONCE / 2)).isNotNull();
        Future<Integer> half = silent(patient, AT_ONCE / 2);
        pass(Duration.ofSeconds(6));

        assertThatThrownBy(() -> take(patient, LONG)).hasMessageContaining("send it again");

        assertThat(half).isNotDone();
    }

    @Test
    void whoeverIsQuickEnoughKeepsItsRoom() throws Exception {
        PackRoom patient = new PackRoom(now::get, Duration.ofSeconds(1));
        for (int i = 0; i < LONG_AT_ONCE; i++) {
            assertThat(silent(patient, LONG)).isNotDone();
        }
        pass(Duration.ofMillis(4_900));

        assertThatThrownBy(() -> take(patient, 1)).hasMessageContaining("send it again");
    }

    /** A pack of which not one byte comes, once it is waited for. */
    private Future<Integer> silent(PackRoom where, int length) throws Exception {
        PipedInputStream nothing = new PipedInputStream(new PipedOutputStream());
        CompletableFuture<Void> waits = new CompletableFuture<>();
        InputStream body =
                new InputStream() {
                    @Override
                    public int read() {
                        throw new UnsupportedOperationException();
                    }

                    @Override
                    public int read(byte[] buffer, int offset, int most) throws IOException {
                        waits.complete(null);
                        try {
                            return nothing.read(buffer, offset, most);
                        } catch (InterruptedIOException e) {
                            ended.incrementAndGet();
                            mayLeave.join();
                            throw e;
                        }
                    }
                };
        Future<Integer> reading =
                start(() -> {
                    try (InputStream pack = where.take(UUID.randomUUID(), length, body, () -> {})) {
                        return pack.read();
                    }
                });
        waits.get();
        return reading;
    }

    private static <T> Future<T> start(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        Thread.ofVirtual().start(task);
        return task;
    }

    /** With one place for a long pack left, and nobody late. */
    private PackRoom almostFull(Duration patience) {
        PackRoom almost = new PackRoom(now::get, patience);
        for (int i = 1; i < LONG_AT_ONCE; i++) {
            assertThat(take(almost, LONG)).isNotNull();
        }
        return almost;
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }

    private static InputStream take(PackRoom where, int length) {
        return take(where, UUID.randomUUID(), length);
    }

    private static InputStream take(PackRoom where, UUID sender, int length) {
        return where.take(sender, length, new ByteArrayInputStream(new byte[0]), () -> {});
    }

    private void requireBusy(int length) {
        assertThatThrownBy(() -> take(room, length))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("send it again");
    }
}
