package org.metalayer.cli.up;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.metalayer.cli.platform.CliException;
import org.metalayer.cli.platform.DataDirectory;
import org.metalayer.cli.platform.Environment;
import org.metalayer.cli.platform.Reasons;
import org.metalayer.cli.process.Child;
import org.metalayer.cli.process.Crew;
import org.metalayer.cli.stick.VirtualStick;
import org.metalayer.protocol.io.DurableFile;

/** One run of a Main System with its sticks. Ends everything that it started, in order. */
final class Run {
    private static final Duration PATIENCE_WITH_AGENTS = Duration.ofSeconds(15);
    private static final Duration PATIENCE_WITH_MAIN_SYSTEM = Duration.ofSeconds(60);

    private static final double MILLISECONDS = 1000;

    private final Environment environment;
    private final DataDirectory data;
    private final Endpoint endpoint;
    private final Engine engine;
    private final int stickCount;
    private final Messages messages;
    private final Crew agents = new Crew(PATIENCE_WITH_AGENTS);
    private final Crew mainSystem = new Crew(PATIENCE_WITH_MAIN_SYSTEM);

    Run(
            Environment environment,
            DataDirectory data,
            Endpoint endpoint,
            Engine engine,
            int stickCount) {
        this.environment = environment;
        this.data = data;
        this.endpoint = endpoint;
        this.engine = engine;
        this.stickCount = stickCount;
        this.messages = new Messages(environment);
    }

    /**
     * Returns when the Main System has ended although nobody asked it to. A signal ends this
     * program instead.
     */
    void untilItFails() {
        Interruption interruption = Interruption.install(this::stopAsAsked);
        try {
            Child child = start();
            int code = child.await();
            interruption.cancel();
            messages.died(child, code);
        } finally {
            interruption.cancel();
            stop();
        }
    }

    private Child start() {
        URI url = endpoint.url();
        long started = System.nanoTime();
        Child child =
                mainSystem.start(
                        "the Main System",
                        MainSystemProcess.command(
                                engine, environment, data, endpoint.port(), stickCount > 0),
                        messages.unmarked());
        new Readiness(child, url).await();
        Duration start = Duration.ofNanos(System.nanoTime() - started);
        record(url);
        LocalSticks sticks = new LocalSticks(environment, data, url);
        List<VirtualStick> running = sticks.start(stickCount, agents, messages);
        messages.summary(
                endpoint,
                data,
                running,
                String.format(
                        Locale.ROOT,
                        "%s, ready after %.1f s",
                        engine.description(),
                        start.toMillis() / MILLISECONDS));
        return child;
    }

    /** So that the other verbs find this Main System. */
    private void record(URI url) {
        try {
            DurableFile.write(data.urlFile(), (url + "\n").getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new CliException(
                    "cannot write %s (%s)".formatted(data.urlFile(), Reasons.of(e)), e);
        }
    }

    private boolean stopAsAsked() {
        boolean orderly = stop();
        messages.stopped();
        return orderly;
    }

    /** Whether everything ended when it was asked to. */
    private boolean stop() {
        List<Child> killed = new ArrayList<>();
        messages.stopping("the sticks", agents);
        killed.addAll(agents.dismiss());
        messages.stopping("the Main System", mainSystem);
        killed.addAll(mainSystem.dismiss());
        OrphanedDatabase.end(data);
        forgetUrl();
        killed.forEach(messages::killed);
        return killed.isEmpty();
    }

    private void forgetUrl() {
        try {
            Files.deleteIfExists(data.urlFile());
        } catch (IOException e) {
            messages.warn("cannot delete %s (%s)".formatted(data.urlFile(), Reasons.of(e)));
        }
    }
}
