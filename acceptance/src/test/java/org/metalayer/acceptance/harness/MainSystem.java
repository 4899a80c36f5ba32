package org.metalayer.acceptance.harness;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** A Main System in a process of its own, as packaged, on a free port. */
public final class MainSystem implements AutoCloseable {
    private final String name;
    private final Path data;
    private final int port = Ports.free();
    private final RehearsalClock clock;
    private final Map<String, String> settings;
    private Background process;

    private MainSystem(String name, Path directory, Map<String, String> more, Duration ahead) {
        this.name = name;
        this.data = directory.resolve("data");
        this.clock = RehearsalClock.ahead(directory.resolve("clock"), ahead);
        this.settings = new HashMap<>();
        settings.put("METALAYER_DATA", data.toString());
        settings.put("METALAYER_CLOCK_OFFSET_FILE", clock.file().toString());
        settings.put("METALAYER_CHECK_IN_SECONDS", "1");
        settings.put("METALAYER_ROLLOUT_EVERY", "1s");
        settings.put("METALAYER_ROLLOUT_VERIFY_FOR", "PT2S");
        settings.put("METALAYER_ROLLOUT_NOTICE", "PT0S");
        settings.put("METALAYER_ROLLOUT_JOIN_EVERY", "PT1S");
        settings.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        settings.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        settings.putAll(more);
        this.process = launch();
    }

    /** Starts one on a data directory below {@code directory} and waits until it is ready. */
    public static MainSystem start(String name, Path directory) {
        return start(name, directory, Map.of());
    }

    /** The same with more environment variables. */
    public static MainSystem start(String name, Path directory, Map<String, String> more) {
        return start(name, directory, more, Duration.ZERO);
    }

    /** The same, ahead of the machine's time from its first start on. */
    static MainSystem start(String name, Path directory, Map<String, String> more, Duration ahead) {
        MainSystem system = new MainSystem(name, directory, more, ahead);
        try {
            system.awaitReady();
            return system;
        } catch (AssertionError e) {
            system.close();
            throw e;
        }
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    public Path data() {
        return data;
    }

    public RehearsalClock clock() {
        return clock;
    }

    public Background process() {
        return process;
    }

    public Http anonymous() {
        return Http.anonymous(url());
    }

    public Operator operator() {
        return Operator.of(this);
    }

    /** Ends it as a power cut would; its database is left running, as after any kill -9. */
    public void kill9() {
        process.kill9();
    }

    /** Starts it again on the same data and port. */
    public void restart() {
        process.close();
        process = launch();
        awaitReady();
    }

    public boolean isReady() {
        try {
            return anonymous().get("/q/health/ready").status() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        process.close();
        EmbeddedDatabase.endOrphan(data);
    }

    private Background launch() {
        return Background.start(name, Programs.HOME, settings, Programs.server());
    }

    private void awaitReady() {
        boolean ready =
                Eventually.eventually(
                        "the Main System is ready; log " + process.log(),
                        () -> isReady() || !process.isAlive(),
                        done -> done);
        if (!ready || !process.isAlive()) {
            throw new AssertionError("the Main System ended: " + process.printed());
        }
    }
}
