package org.metalayer.server.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class WholeBodiesTest {

    private static final int LARGE = 1 << 20;

    private final WholeBodies bodies = new WholeBodies();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, LARGE})
    void givesWhatWasSent(int length) throws IOException {
        byte[] sent = new byte[length];
        new Random(length).nextBytes(sent);

        byte[] received = bodies.use(new ByteArrayInputStream(sent), body -> body);

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

    private <T> T use(int length, Function<byte[], T> work) throws IOException {
        return bodies.use(new ByteArrayInputStream(new byte[length]), work);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
