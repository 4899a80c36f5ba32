package org.metalayer.server.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.metalayer.server.platform.DataDirectory;
import org.metalayer.server.platform.DiskSpace;
import org.metalayer.server.platform.ProblemException;
import org.metalayer.server.platform.ProblemType;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class WholeBodiesTest {

    private static final int LARGE = 1 << 20;

    private static final UUID SENDER = new UUID(1, 2);

    @TempDir Path place;

    private WholeBodies bodies;

    @BeforeEach
    void begin() {
        bodies = bodies(new DiskSpace(() -> Long.MAX_VALUE, 0));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, LARGE})
    void givesWhatWasSent(int length) throws IOException {
        byte[] sent = new byte[length];
        new Random(length).nextBytes(sent);

        byte[] received = bodies.use(SENDER, new ByteArrayInputStream(sent), body -> body);

        assertThat(received).isEqualTo(sent);
    }

    @Test
    void oneLargeBodyIsWorkedOnAtATimeAndSmallOnesPass() throws Exception {
        AtomicInteger atWork = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch smallPassed = new CountDownLatch(1);
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> large = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                large.add(
                        senders.submit(() ->
                                use(
                                        LARGE,
                                        body -> {
                                            most.accumulateAndGet(
                                                    atWork.incrementAndGet(), Math::max);
                                            await(smallPassed);
                                            return atWork.decrementAndGet();
                                        })));
            }
            int small = use(10, body -> body.length);
            assertThat(small).isEqualTo(10);
            smallPassed.countDown();
            for (Future<Integer> each : large) {
                each.get();
            }
        }
        assertThat(most).hasValue(1);
    }

    @Test
    void whatFailsGivesItsTurnBack() throws IOException {
        for (int i = 0; i < 10; i++) {
            assertThatThrownBy(() ->
                            use(
                                    LARGE,
                                    body -> {
                                        throw new IllegalStateException("no");
                                    }))
                    .hasMessage("no");
        }
        int length = use(LARGE, body -> body.length);
        assertThat(length).isEqualTo(LARGE);
    }

    @Test
    void whoeverSendsSlowlyKeepsNobodyElseWaiting() throws Exception {
        CountDownLatch begun = new CountDownLatch(20);
        CountDownLatch goOn = new CountDownLatch(1);
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> slow = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                UUID sender = UUID.randomUUID();
                slow.add(
                        senders.submit(() ->
                                bodies.use(sender, halting(begun, goOn), body -> body.length)));
            }
            begun.await();

            int length = use(LARGE, body -> body.length);
            assertThat(length).isEqualTo(LARGE);

            goOn.countDown();
            for (Future<Integer> each : slow) {
                assertThat(each.get()).isEqualTo(2 * LARGE);
            }
        }
    }

    @Test
    void oneSenderHasOnlySoManyUnderWay() throws Exception {
        CountDownLatch begun = new CountDownLatch(4);
        CountDownLatch goOn = new CountDownLatch(1);
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> slow = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                slow.add(
                        senders.submit(() ->
                                bodies.use(SENDER, halting(begun, goOn), body -> body.length)));
            }
            begun.await();
            assertThatThrownBy(() ->
                            bodies.use(SENDER, InputStream.nullInputStream(), body -> body.length))
                    .hasMessageContaining("4 requests of this stick are under way");
            goOn.countDown();
            for (Future<Integer> each : slow) {
                each.get();
            }
        }
        int length = bodies.use(SENDER, InputStream.nullInputStream(), body -> body.length);
        assertThat(length).isZero();
    }

    @Test
    void nothingIsLeftOnDisk() throws IOException {
        List<Path> during = use(LARGE, body -> files());

        assertThat(during).isEmpty();
        assertThatThrownBy(() ->
                        bodies.use(
                                SENDER,
                                new SequenceInputStream(
                                        new ByteArrayInputStream(new byte[LARGE]), broken()),
                                body -> body.length))
                .hasMessage("cut off");
        assertThat(files()).isEmpty();
    }

    @Test
    void aLargeBodyEndsAsSoonAsOthersHaveTakenItsRoom() {
        AtomicLong left = new AtomicLong(4);
        bodies = bodies(new DiskSpace(() -> left.decrementAndGet() << 20, 1 << 20));

        assertThatThrownBy(() -> use(LARGE, body -> body.length))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.type()).isEqualTo(ProblemType.STORAGE_FULL));
        assertThat(files()).isEmpty();
    }

    private WholeBodies bodies(DiskSpace space) {
        return new WholeBodies(new DataDirectory(place).incoming(), new PlacesPerSender(), space);
    }

    private List<Path> files() {
        try (Stream<Path> found = Files.list(new DataDirectory(place).incoming())) {
            return found.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One large part, and after a while another one. */
    private static InputStream halting(CountDownLatch begun, CountDownLatch goOn) {
        InputStream pause =
                whenRead(() -> {
                    begun.countDown();
                    await(goOn);
                });
        return new SequenceInputStream(
                new ByteArrayInputStream(new byte[LARGE]),
                new SequenceInputStream(pause, new ByteArrayInputStream(new byte[LARGE])));
    }

    private static InputStream broken() {
        return whenRead(() -> {
            throw new IllegalStateException("cut off");
        });
    }

    private static InputStream whenRead(Runnable action) {
        return new FilterInputStream(InputStream.nullInputStream()) {
            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                action.run();
                return super.read(buffer, offset, length);
            }
        };
    }

    private <T> T use(int length, Function<byte[], T> work) throws IOException {
        return bodies.use(UUID.randomUUID(), new ByteArrayInputStream(new byte[length]), work);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
