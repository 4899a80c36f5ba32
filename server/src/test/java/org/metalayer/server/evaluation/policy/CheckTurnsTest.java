package org.metalayer.server.evaluation.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.metalayer.server.platform.ProblemException;

/** Checks of policies do not keep the Main System from its other work. */
class CheckTurnsTest {

    private final CheckTurns turns = new CheckTurns();

    @Test
    void whoFindsAnotherCheckBeingMadeIsToldToComeAgain() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch enough = new CountDownLatch(1);
        try (var others = Executors.newVirtualThreadPerTaskExecutor()) {
            var first =
                    others.submit(() ->
                            turns.take(() -> {
                                begun.countDown();
                                enough.await();
                                return "done";
                            }));
            begun.await();

            assertThatThrownBy(() -> turns.take(() -> "also"))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            refused -> {
                                assertThat(refused.type().status()).isEqualTo(429);
                                assertThat(refused.headers()).containsKey("Retry-After");
                            });
            enough.countDown();
            assertThat(first.get()).isEqualTo("done");
            assertThat(turns.take(() -> "then")).isEqualTo("then");
        }
    }

    @Test
    void aCheckIsMadeOnAThreadOfItsOwnAlsoForAVirtualOne() throws Exception {
        try (var requests = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(
                            requests.submit(() ->
                                            turns.take(() -> Thread.currentThread().isVirtual()))
                                    .get())
                    .isFalse();
        }
    }
}
