package org.metalayer.benchmarks.system;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.metalayer.benchmarks.wire.Http;

/** A server without {@code ./metalayer up} around it, which would be measured, too. */
public final class LoneServer implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(3);
    private static final Duration STOP = Duration.ofSeconds(60);
    private static final double MILLISECONDS = 1e6;

    private final Process process;
    private final double startMilliseconds;

    private LoneServer(Process process, double startMilliseconds) {
        this.process = process;
        this.startMilliseconds = startMilliseconds;
    }

    /** Starts it on {@code directory/data} and waits until it takes requests. */
    public static LoneServer start(List<String> command, Path directory) throws IOException {
        int port = freePort();
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(directory.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(directory.resolve("server.log").toFile());
        builder.environment().keySet().removeIf(MainSystem::isForeign);
        builder.environment()
                .putAll(
                        Map.of(
                                "METALAYER_DATA",
                                directory.resolve("data").toString(),
                                "QUARKUS_HTTP_HOST",
                                "127.0.0.1",
                                "QUARKUS_HTTP_PORT",
                                Integer.toString(port),
                                "MALLOC_ARENA_MAX",
                                "2"));
        long start = System.nanoTime();
        Process process = builder.start();
        try {
            Http http = Http.anonymous(URI.create("http://127.0.0.1:" + port));
            Await.until("a server is ready", START, () -> ready(process, http));
            return new LoneServer(process, (System.nanoTime() - start) / MILLISECONDS);
        } catch (IOException e) {
            Stop.gently(process, STOP);
            throw e;
        }
    }

    /** From the start of its process until it said that it is ready. */
    public double startMilliseconds() {
        return startMilliseconds;
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    @Override
    public void close() {
        Stop.gently(process, STOP);
    }

    private static Optional<Boolean> ready(Process process, Http http) throws IOException {
        if (!process.isAlive()) {
            throw new IllegalStateException("it ended with " + process.exitValue());
        }
        try {
            return http.get("/q/health/ready").statusCode() == 200
                    ? Optional.of(true)
                    : Optional.empty();
        } catch (IOException notYet) {
            return Optional.empty();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
