package org.metalayer.server.platform;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 30, unit = TimeUnit.SECONDS)
class GroupCommitTest {

    private static final int MOST = 10;

    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Collection<Integer>> written = new ArrayList<>();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);

    @AfterEach
    void end() {
        callers.close();
    }

    @Test
    void aSingleCallerIsWrittenAtOnce() {
        goOn.countDown();

        assertThat(commit(GroupCommitTest::doubled).add(21)).contains(42);
        assertThat(written).containsExactly(List.of(21));
    }

    @Test
    void whoWaitedForAWriteIsWrittenTogether() throws Exception {
        GroupCommit<Integer, Integer> commit = commit(GroupCommitTest::doubled);
        List<Future<Optional<Integer>>> answers = crowd(commit, 25);

        for (int i = 0; i < answers.size(); i++) {
            assertThat(answers.get(i).get()).contains(2 * i);
        }
        assertThat(written).hasSize(4).allMatch(batch -> batch.size() <= MOST);
        assertThat(written.stream().flatMap(Collection::stream))
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 25).boxed().toList());
    }

    @Test
    void whatHasNoAnswerIsToldSo() {
        goOn.countDown();

        assertThat(commit(batch -> Map.of()).add(1)).isEmpty();
    }

    @Test
    void aFailureReachesAllWhoWereWrittenTogetherAndNobodyElse() throws Exception {
        GroupCommit<Integer, Integer> commit =
                commit(batch -> {
                    if (batch.contains(0)) {
                        throw new IllegalStateException("disk full");
                    }
                    return doubled(batch);
                });
        List<Future<Optional<Integer>>> answers = crowd(commit, 5);

        assertThatThrownBy(answers.getFirst()::get).hasRootCauseMessage("disk full");
        assertThat(answers.getLast().get()).contains(8);
        assertThat(commit.add(7)).contains(14);
    }

    @Test
    void anErrorReachesAllWhoWereWrittenTogetherToo() throws Exception {
        GroupCommit<Integer, Integer> commit =
                commit(batch -> {
                    if (batch.contains(1)) {
                        throw new AssertionError("out of memory");
                    }
                    return doubled(batch);
                });
        List<Future<Optional<Integer>>> answers = crowd(commit, 3);

        assertThat(answers.getFirst().get()).contains(0);
        assertThatThrownBy(answers.get(1)::get).hasRootCauseMessage("out of memory");
        assertThatThrownBy(answers.get(2)::get).hasRootCauseMessage("out of memory");
        assertThat(commit.add(7)).contains(14);
    }

    private GroupCommit<Integer, Integer> commit(
            Function<Collection<Integer>, Map<Integer, Integer>> write) {
        return new GroupCommit<>(
                MOST,
                batch -> {
                    written.add(batch);
                    begun.countDown();
                    await(goOn);
                    return write.apply(batch);
                });
    }

    /** The first is being written while all the others come. */
    private List<Future<Optional<Integer>>> crowd(GroupCommit<Integer, Integer> commit, int size)
            throws InterruptedException {
        List<Future<Optional<Integer>>> answers = new ArrayList<>();
        answers.add(callers.submit(() -> commit.add(0)));
        await(begun);
        CountDownLatch started = new CountDownLatch(size - 1);
        for (int i = 1; i < size; i++) {
            int item = i;
            answers.add(
                    callers.submit(() -> {
                        started.countDown();
                        return commit.add(item);
                    }));
        }
        await(started);
        while (commit.waiting() < size - 1) {
            Thread.onSpinWait();
        }
        goOn.countDown();
        return answers;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<Integer, Integer> doubled(Collection<Integer> batch) {
        return batch.stream().collect(toMap(each -> each, each -> 2 * each));
    }
}
