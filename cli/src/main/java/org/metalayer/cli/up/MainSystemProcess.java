package org.metalayer.cli.up;

import java.util.ArrayList;
import java.util.List;
import org.metalayer.cli.platform.DataDirectory;
import org.metalayer.cli.platform.Environment;

/** How the Main System is started. */
final class MainSystemProcess {

    /** Keeps what is allocated outside of the heap together: glibc would make 16 arenas of it. */
    private static final String ARENAS = "MALLOC_ARENA_MAX";

    private MainSystemProcess() {}

    /** The words of {@code METALAYER_SERVER_OPTS} are further options for what runs it, and win. */
    static List<String> command(
            Engine engine,
            Environment environment,
            DataDirectory data,
            int port,
            boolean withSticks) {
        List<String> words = new ArrayList<>();
        if (environment.variable(ARENAS).isEmpty()) {
            words.addAll(List.of("env", ARENAS + "=2"));
        }
        words.addAll(engine.command(options(environment, data, port, withSticks)));
        return words;
    }

    private static List<String> options(
            Environment environment, DataDirectory data, int port, boolean withSticks) {
        List<String> options = new ArrayList<>();
        if (withSticks) {
            options.addAll(TrialPace.options(environment));
        }
        environment
                .variable("METALAYER_SERVER_OPTS")
                .ifPresent(words -> options.addAll(List.of(words.strip().split("\\s+"))));
        options.add("-Dmetalayer.data=" + data.root());
        options.add("-Dquarkus.http.port=" + port);
        return options;
    }
}
