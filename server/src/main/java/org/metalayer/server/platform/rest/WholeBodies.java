package org.metalayer.server.platform.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.metalayer.server.platform.DataDirectory;
import org.metalayer.server.platform.DiskSpace;
import org.metalayer.server.platform.ProblemException;
import org.metalayer.server.platform.ProblemType;

/**
 * Takes bodies that have to lie in memory as a whole. Small ones come as they like; large ones wait
 * on disk until they are whole, and one of them is worked on at a time, so that senders together
 * cannot take more memory than there is, and one that sends slowly keeps nobody waiting.
 */
@ApplicationScoped
public class WholeBodies {

    static final ProblemType BUSY =
            new ProblemType("busy", "The Main System has too much to do at the moment", 503);

    private static final int SMALL = 64 << 10;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Path incoming;
    private final DiskSpace space;
    private final PlacesPerSender places;
    private final Semaphore working = new Semaphore(1, true);

    @Inject
    WholeBodies(
            DataDirectory data,
            PlacesPerSender places,
            @ConfigProperty(name = DiskSpace.HEADROOM) long headroom) {
        this(data.incoming(), places, DiskSpace.of(data.incoming(), headroom));
    }

    WholeBodies(Path incoming, PlacesPerSender places, DiskSpace space) {
        this.incoming = incoming;
        this.places = places;
        this.space = space;
    }

    /**
     * Reads the whole body of a stick's request and answers what {@code use} makes of it.
     *
     * @throws ProblemException {@code busy} when its turn does not come in time, {@code
     *     too-many-requests} when too many of the same sender are under way
     */
    public <T> T use(UUID sender, InputStream body, Function<byte[], T> use) throws IOException {
        try (PlacesPerSender.Place _ = places.take(sender)) {
            byte[] beginning = body.readNBytes(SMALL);
            return beginning.length < SMALL
                    ? use.apply(beginning)
                    : useLarge(
                            space.watched(
                                    new SequenceInputStream(
                                            new ByteArrayInputStream(beginning), body)),
                            use);
        }
    }

    private <T> T useLarge(InputStream body, Function<byte[], T> use) throws IOException {
        space.require(0);
        try (SpooledBody whole = received(body)) {
            take(working);
            try {
                return use.apply(whole.bytes());
            } finally {
                working.release();
            }
        }
    }

    private SpooledBody received(InputStream body) {
        try {
            return SpooledBody.receive(body, incoming);
        } catch (IOException e) {
            throw space.explain(e);
        }
    }

    private static void take(Semaphore turn) {
        try {
            if (turn.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw BUSY.because("many large documents wait to be worked on; try again in a moment")
                .header("Retry-After", "10");
    }
}
