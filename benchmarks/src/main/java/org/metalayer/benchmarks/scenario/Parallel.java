package org.metalayer.benchmarks.scenario;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Preparations that would take too long one after the other. */
final class Parallel {
    /** Below what the server's pool of connections serves at once. */
    private static final int AT_ONCE = 8;

    private Parallel() {}

    /** Work that may fail. */
    @FunctionalInterface
    interface Step<T, R> {
        R apply(T item) throws IOException;
    }

    /** What each item yields, in the order of the items. */
    static <T, R> List<R> map(List<T> items, Step<T, R> step) throws IOException {
        try (ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<R>> results = new ArrayList<>();
            for (T item : items) {
                results.add(workers.submit(() -> step.apply(item)));
            }
            List<R> values = new ArrayList<>();
            for (Future<R> result : results) {
                values.add(result.get());
            }
            return values;
        } catch (ExecutionException e) {
            throw new IOException("a preparation failed: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }
}
