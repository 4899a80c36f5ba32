package org.metalayer.server.platform;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
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

    /** Whether somebody writes: the only one who takes anything out of the queue. */
    private final AtomicBoolean writing = new AtomicBoolean();

    /** What ends a caller's wait. */
    private enum Call {
        WRITE,
        WRITTEN
    }

    /** One caller, who is called once: a lock would wake them one after the other. */
    private static final class Waiting<T, R> {
        private final T item;
        private final CompletableFuture<Call> call = new CompletableFuture<>();
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
        callOneToWrite();
        if (mine.call.join() == Call.WRITE) {
            List<Waiting<T, R>> batch = new ArrayList<>();
            try {
                take(batch);
                writeTogether(batch);
            } finally {
                writing.set(false);
                // Whoever is called writes while those of this batch are still being told.
                callOneToWrite();
                batch.forEach(each -> each.call.complete(Call.WRITTEN));
            }
        }
        return mine.result();
    }

    int waiting() {
        return queue.size();
    }

    /** Calls the first who waits, where nobody writes. */
    private void callOneToWrite() {
        while (!queue.isEmpty() && writing.compareAndSet(false, true)) {
            Waiting<T, R> first = queue.peek();
            if (first != null) {
                first.call.complete(Call.WRITE);
                return;
            }
            // The last writer took them all: whoever comes after this looks again.
            writing.set(false);
        }
    }

    /** Begins with the caller who was called. */
    private void take(List<Waiting<T, R>> batch) {
        while (batch.size() < most && !queue.isEmpty()) {
            batch.add(queue.remove());
        }
    }

    /** Whatever happens, nobody of the batch is left waiting. */
    private void writeTogether(List<Waiting<T, R>> batch) {
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
