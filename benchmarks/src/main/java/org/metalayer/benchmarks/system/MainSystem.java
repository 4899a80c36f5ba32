package org.metalayer.benchmarks.system;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** A Main System as {@code ./metalayer up} runs it, on a data directory of its own. */
public final class MainSystem implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(3);
    private static final Duration STOP = Duration.ofSeconds(90);

    private final Process up;
    private final Path data;
    private final Path log;

    private MainSystem(Process up, Path data, Path log) {
        this.up = up;
        this.data = data;
        this.log = log;
    }

    /** Starts one on {@code directory/data} and waits until it takes requests. */
    public static MainSystem start(
            Programs programs, Path directory, Map<String, String> environment) throws IOException {
        Path data = directory.resolve("data");
        Path log = Files.createDirectories(directory).resolve("up.log");
        ProcessBuilder builder =
                new ProcessBuilder(programs.up("--data", data.toString(), "--port", "0"))
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile());
        // Above all nobody's own database.
        builder.environment().keySet().removeIf(MainSystem::isForeign);
        builder.environment().putAll(environment);
        MainSystem system = new MainSystem(builder.start(), data, log);
        Runtime.getRuntime().addShutdownHook(new Thread(system::close));
        try {
            Await.until("the Main System is ready; log " + log, START, system::isReady);
            return system;
        } catch (IOException e) {
            system.close();
            throw e;
        }
    }

    /** Where it answers. */
    public URI url() throws IOException {
        return URI.create(Files.readString(urlFile()).strip());
    }

    /** The token of this computer's operator. */
    public String operatorToken() throws IOException {
        return Files.readString(data.resolve("operator.token")).strip();
    }

    /** The public files, as any web server could serve them. */
    public Path feed() {
        return data.resolve("feed");
    }

    public Database database() {
        return new Database(data.resolve("postgres"));
    }

    /** The server's own process, which is a child of the command's. */
    public ProcessHandle server() {
        return up.descendants()
                .filter(child -> child.info().commandLine().orElse("").contains("quarkus-run.jar"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the server is gone; log " + log));
    }

    /** Ends it as Ctrl-C does. */
    @Override
    public void close() {
        Stop.gently(up, STOP);
    }

    static boolean isForeign(String name) {
        return name.startsWith("METALAYER_") || name.startsWith("QUARKUS_");
    }

    private Optional<URI> isReady() throws IOException {
        if (!up.isAlive()) {
            throw new InterruptedIOException(
                    "the Main System did not start: " + Files.readString(log).strip());
        }
        return Files.exists(urlFile()) ? Optional.of(url()) : Optional.empty();
    }

    private Path urlFile() {
        return data.resolve("main-system.url");
    }
}
