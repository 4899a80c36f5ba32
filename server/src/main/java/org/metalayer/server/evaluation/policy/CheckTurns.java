package org.metalayer.server.evaluation.policy;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.metalayer.server.platform.ProblemType;

/**
 * Checks of policies, one at a time and on a thread of their own: they can compute for seconds, and
 * on a virtual thread would keep as many requests from being answered.
 */
@ApplicationScoped
class CheckTurns {

    private static final int PATIENCE_SECONDS = 2;

    private final Semaphore turn = new Semaphore(1);

    /** What {@code check} answers; ends the request with 429 where another one takes long. */
    <T> T take(Callable<T> check) {
        if (!isMine()) {
            throw ProblemType.TOO_MANY_REQUESTS
                    .because("another policy is being checked; try again in a moment")
                    .header("Retry-After", Integer.toString(PATIENCE_SECONDS));
        }
        CompletableFuture<T> answer = new CompletableFuture<>();
        Thread thread =
                Thread.ofPlatform()
                        .name("policy-check")
                        .daemon()
                        .unstarted(() -> run(check, answer));
        try {
            thread.start();
        } catch (Error e) {
            // No thread was to be had: the turn is over before it began.
            turn.release();
            throw e;
        }
        try {
            return answer.join();
        } catch (CompletionException e) {
            throw new IllegalStateException("a policy cannot be checked", e.getCause());
        }
    }

    private <T> void run(Callable<T> check, CompletableFuture<T> answer) {
        try {
            answer.complete(check.call());
        } catch (Exception | Error e) {
            answer.completeExceptionally(e);
        } finally {
            turn.release();
        }
    }

    private boolean isMine() {
        try {
            return turn.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
