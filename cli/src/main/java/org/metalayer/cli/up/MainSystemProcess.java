package org.metalayer.cli.up;

import java.util.ArrayList;
import java.util.List;
import org.metalayer.cli.platform.DataDirectory;
import org.metalayer.cli.platform.Environment;
import org.metalayer.cli.process.Java;

/** How the Main System is started. */
final class MainSystemProcess {

    /** Keeps what is allocated outside of the heap together: glibc would make 16 arenas of it. */
    private static final String ARENAS = "MALLOC_ARENA_MAX";

    private MainSystemProcess() {}

    /** The words of {@code METALAYER_SERVER_OPTS} are further options for its JVM, and win. */
    static List<String> command(
            Environment environment, DataDirectory data, int port, boolean withSticks) {
        List<String> words = new ArrayList<>();
        if (environment.variable(ARENAS).isEmpty()) {
            words.addAll(List.of("env", ARENAS + "=2"));
        }
        words.add(Java.program());
        words.add("@" + environment.installation().serverOptions());
        if (withSticks) {
            words.addAll(TrialPace.options(environment));
        }
        environment
                .variable("METALAYER_SERVER_OPTS")
                .ifPresent(options -> words.addAll(List.of(options.strip().split("\\s+"))));
        words.add("-Dmetalayer.data=" + data.root());
        words.add("-Dquarkus.http.port=" + port);
        words.add("-jar");
        words.add(environment.installation().server().toString());
        return words;
    }
}
