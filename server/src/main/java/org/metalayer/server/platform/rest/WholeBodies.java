package org.metalayer.server.platform.rest;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.metalayer.server.platform.ProblemException;
import org.metalayer.server.platform.ProblemType;

/**
 * Takes bodies that have to lie in memory as a whole. Small ones come as they like; of large ones
 * only a few are received at a time and one is worked on, so that senders together cannot take more
 * memory than there is.
 */
@ApplicationScoped
public class WholeBodies {

    static final ProblemType BUSY =
            new ProblemType("busy", "The Main System has too much to do at the moment", 503);

    private static final int SMALL = 64 << 10;
    private static final int RECEIVED_AT_ONCE = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Semaphore receiving = new Semaphore(RECEIVED_AT_ONCE, true);
    private final Semaphore working = new Semaphore(1, true);

    /**
     * Reads the whole body and answers what {@code use} makes of it.
     *
     * @throws ProblemException {@code busy} when its turn does not come in time
     */
    public <T> T use(InputStream body, Function<byte[], T> use) throws IOException {
        byte[] beginning = body.readNBytes(SMALL);
        if (beginning.length < SMALL) {
            return use.apply(beginning);
        }
        take(receiving);
        try {
            byte[] whole = joined(beginning, body.readAllBytes());
            take(working);
            try {
                return use.apply(whole);
            } finally {
                working.release();
            }
        } finally {
            receiving.release();
        }
    }

    private static byte[] joined(byte[] beginning, byte[] rest) {
        byte[] whole = new byte[beginning.length + rest.length];
        System.arraycopy(beginning, 0, whole, 0, beginning.length);
        System.arraycopy(rest, 0, whole, beginning.length, rest.length);
        return whole;
    }

    private static void take(Semaphore turn) {
        try {
            if (turn.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw BUSY.because("many large documents are being received; try again in a moment")
                .header("Retry-After", "10");
    }
}
