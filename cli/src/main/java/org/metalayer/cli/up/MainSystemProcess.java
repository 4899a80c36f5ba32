package org.metalayer.cli.up;

import java.util.ArrayList;
import java.util.List;
import org.metalayer.cli.platform.DataDirectory;
import org.metalayer.cli.platform.Environment;
import org.metalayer.cli.process.Java;

/** How the Main System is started. */
final class MainSystemProcess {

    /** Keep its resident memory below 300 MB under load. */
    private static final List<String> OPTIONS =
            List.of(
                    "-Xms32m",
                    "-Xmx112m",
                    "-XX:+UseSerialGC",
                    "-XX:+UseCompactObjectHeaders",
                    // What compiling and buffers took for a moment goes back to the system.
                    "-XX:TrimNativeHeapInterval=30000",
                    "-XX:ReservedCodeCacheSize=64m",
                    "-XX:MaxDirectMemorySize=64m",
                    // Netty's compression brings a native library, which Java warns of otherwise.
                    "--enable-native-access=ALL-UNNAMED");

    /** The same for what is allocated outside of the heap: glibc would make 16 arenas of it. */
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
        words.addAll(OPTIONS);
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
