package org.metalayer.agent.pages;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.metalayer.agent.http.Limits;
import org.metalayer.agent.http.LoopbackServer;
import org.metalayer.agent.stick.StateFile;
import org.metalayer.protocol.ModuleName;

/**
 * Keeps the pages of a stick open. That they cannot be is one line for the owner; everything else
 * goes on, and it is tried again.
 */
public final class Pages implements Closeable {

    /** Below the ports that Linux takes for outgoing connections, above those of well-known use. */
    private static final int FIRST = 20_000;

    private static final int PORTS = 10_000;
    private static final int ATTEMPTS = 20;

    private final Shelf shelf;
    private final ModuleName stick;
    private final StateFile<PagesRecord> record;
    private final RandomGenerator random;
    private final Consumer<String> log;
    private @Nullable LoopbackServer server;

    /**
     * @param record remembers the port
     * @param random chooses one where none is remembered
     * @param log tells the owner
     */
    public Pages(
            Shelf shelf,
            ModuleName stick,
            StateFile<PagesRecord> record,
            RandomGenerator random,
            Consumer<String> log) {
        this.shelf = shelf;
        this.stick = stick;
        this.record = record;
        this.random = random;
        this.log = log;
    }

    /** Opens what is not open, if that is possible now. */
    public void tend() {
        if (server != null) {
            return;
        }
        try {
            Optional<PagesRecord> known = record.read();
            if (known.isPresent()) {
                reopen(known.get());
            } else {
                choose();
            }
        } catch (IOException e) {
            log.accept("pages are not shown: " + e.getMessage());
        }
    }

    private void reopen(PagesRecord known) throws IOException {
        if (known.port() == 0) {
            return;
        }
        try {
            open(known.port());
        } catch (IOException e) {
            String trouble =
                    "port %s cannot be had (%s): end what uses it, or choose another with `init --pages-port`"
                            .formatted(known.port(), e.getMessage());
            tell(known, Optional.of(trouble));
            return;
        }
        tell(known, Optional.empty());
    }

    private void choose() throws IOException {
        int port = FIRST + random.nextInt(PORTS);
        for (int attempt = 1; !opens(port, attempt == ATTEMPTS); attempt++) {
            port = FIRST + random.nextInt(PORTS);
        }
        record.write(PagesRecord.of(port));
        log.accept("pages are shown at " + new Addresses(port).start() + "/");
    }

    private boolean opens(int port, boolean last) throws IOException {
        try {
            open(port);
            return true;
        } catch (IOException e) {
            if (last) {
                throw e;
            }
            return false;
        }
    }

    /** Once for each trouble and for its end. */
    private void tell(PagesRecord known, Optional<String> trouble) throws IOException {
        if (!trouble.equals(known.trouble())) {
            record.write(new PagesRecord(known.port(), trouble));
        }
        if (trouble.isEmpty()) {
            log.accept("pages are shown at " + new Addresses(known.port()).start() + "/");
        } else if (!trouble.equals(known.trouble())) {
            log.accept("pages are not shown: " + trouble.get());
        }
    }

    private void open(int port) throws IOException {
        server =
                LoopbackServer.open(
                        port, new PagesHandler(shelf, stick, new Addresses(port)), Limits.DEFAULT);
    }

    @Override
    public void close() throws IOException {
        if (server != null) {
            server.close();
            server = null;
        }
    }
}
