package org.metalayer.agent.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metalayer.agent.files.DurableFiles;
import org.metalayer.agent.files.StorageFaults;
import org.metalayer.agent.net.MainSystem;
import org.metalayer.agent.net.OfflineException;
import org.metalayer.agent.net.Retry;
import org.metalayer.agent.stick.StickDirectory;
import org.metalayer.agent.time.LatestTime;
import org.metalayer.agent.time.TrustedTime;
import org.metalayer.agent.time.Uptime;
import org.metalayer.protocol.Sha256;

/** Somebody on the line who is just fast enough not to be noticed. */
class SlowFeedTest {

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    @TempDir Path directory;

    SlowFeedTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", SlowFeedTest::trickle);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void holdsUpNoRefreshForEver() {
        long start = System.nanoTime();
        assertThatThrownBy(() -> feed().refresh()).isInstanceOf(OfflineException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isLessThan(PATIENCE.multipliedBy(8));
    }

    private TrustedFeed feed() {
        SecureRandom random = new SecureRandom();
        MainSystem system =
                new MainSystem(
                        URI.create("http://127.0.0.1:" + server.getAddress().getPort()),
                        new Retry(3, Duration.ofMillis(10), pause -> {}, random));
        StickDirectory stick = new StickDirectory(directory);
        TrustedTime time =
                new TrustedTime(
                        system,
                        LatestTime.file(stick, new DurableFiles(StorageFaults.none())),
                        () -> new Uptime.Reading("boot", Duration.ofMinutes(1)),
                        InstantSource.system(),
                        random);
        return new TrustedFeed(system, Sha256.of(new byte[0]), stick.trust(), time, PATIENCE);
    }

    /** More than the least speed, for half a minute. */
    private static void trickle(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            for (int i = 0; i < 300; i++) {
                out.write(new byte[1000]);
                out.flush();
                Thread.sleep(100);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
