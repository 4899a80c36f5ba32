package org.metalayer.server.platform;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Turns many small writes at a time into few: whoever comes while one is under way waits for it,
 * and all who waited are written together by the first of them. A single caller waits for nobody; a
 * busy hour costs one commit for hundreds of callers.
 *
 * @param <T> what is written
 * @param <R> what is answered for it
 */
public final class GroupCommit<T, R> {

    private final int most;
    private final Function<Collection<T>, Map<T, R>> write;
    private final Queue<Waiting<T, R>> queue = new ConcurrentLinkedQueue<>();
    private final ReentrantLock writing = new ReentrantLock();

    /** One caller; read and changed only under the lock. */
    private static final class Waiting<T, R> {
        private final T item;
        private boolean done;
        private @Nullable R answer;
        private @Nullable RuntimeException failure;
        private @Nullable Error breakdown;

        Waiting(T item) {
            this.item = item;
        }

        Optional<R> result() {
            if (failure != null) {
                throw failure;
            }
            if (breakdown != null) {
                throw breakdown;
            }
            return Optional.ofNullable(answer);
        }
    }

    /**
     * @param most how many are written together at most
     * @param write commits all it is given, or nothing; leaves out what there is no answer for
     */
    public GroupCommit(int most, Function<Collection<T>, Map<T, R>> write) {
        this.most = most;
        this.write = write;
    }

    /**
     * Returns when {@code item} is committed.
     *
     * @throws RuntimeException or Error what the write threw; all who were written together get the
     *     same
     */
    public Optional<R> add(T item) {
        Waiting<T, R> mine = new Waiting<>(item);
        queue.add(mine);
        writing.lock();
        try {
            while (!mine.done) {
                writeTogether(next());
            }
            return mine.result();
        } finally {
            writing.unlock();
        }
    }

    int waiting() {
        return queue.size();
    }

    private List<Waiting<T, R>> next() {
        List<Waiting<T, R>> batch = new ArrayList<>();
        // Only one at a time takes any away: what is there stays there.
        while (batch.size() < most && !queue.isEmpty()) {
            batch.add(queue.remove());
        }
        return batch;
    }

    private void writeTogether(List<Waiting<T, R>> batch) {
        // Whatever happens, nobody of the batch may be left waiting.
        batch.forEach(each -> each.done = true);
        try {
            Map<T, R> answers = write.apply(batch.stream().map(each -> each.item).toList());
            batch.forEach(each -> each.answer = answers.get(each.item));
        } catch (RuntimeException e) {
            batch.forEach(each -> each.failure = e);
        } catch (Error e) {
            batch.forEach(each -> each.breakdown = e);
        }
    }
}
