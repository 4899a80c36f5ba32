package org.metalayer.acceptance.harness;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Where the built programs lie, and how one is started. */
public final class Programs {
    public static final Path HOME =
            Path.of(System.getProperty("metalayer.home", "..")).toAbsolutePath().normalize();

    /** What a run leaves behind for people: logs, screenshots. */
    public static final Path OUTPUT = HOME.resolve("acceptance/target");

    static final boolean SERVER_IS_NATIVE = Boolean.getBoolean("metalayer.server.native");

    private static final List<String> SMALL = List.of("-XX:+UseSerialGC", "-Xmx384m");

    private Programs() {}

    /**
     * The Main System as it is shipped, in the memory that it has there: the native one where this
     * run built it, else on a JVM, with what {@code ./metalayer train} taught it if that was run.
     */
    public static List<String> server() {
        if (SERVER_IS_NATIVE) {
            return List.of(built(HOME, "server/target/main-system"));
        }
        List<String> options =
                List.of(
                        "@" + HOME.resolve("server/jvm.options"),
                        "-XX:AOTCache=" + HOME.resolve("server/target/aot/cache"),
                        "-Xlog:aot*=off",
                        "-Xlog:cds*=off");
        return java(options, "server/target/quarkus-app/quarkus-run.jar");
    }

    /** The agent with its verb: the native one where this run built it, else on a JVM. */
    public static List<String> agent(String... arguments) {
        if (!Boolean.getBoolean("metalayer.agent.native")) {
            return java(SMALL, "usb-agent/target/usb-agent.jar", arguments);
        }
        return Stream.concat(Stream.of(built(HOME, "usb-agent/target/stick")), Stream.of(arguments))
                .toList();
    }

    /** The command line with its verb, without the launcher around it. */
    public static List<String> cli(String... arguments) {
        return cliIn(HOME, arguments);
    }

    /** The same from a copy of the programs. */
    public static List<String> cliIn(Path home, String... arguments) {
        return java(home, SMALL, "cli/target/cli.jar", arguments);
    }

    /** One of the example components. */
    public static Path example(String name) {
        return HOME.resolve("examples").resolve(name);
    }

    private static List<String> java(List<String> options, String jar, String... arguments) {
        return java(HOME, options, jar, arguments);
    }

    private static List<String> java(
            Path home, List<String> options, String jar, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-Dmetalayer.home=" + home, "-jar", built(home, jar)));
        command.addAll(List.of(arguments));
        return List.copyOf(command);
    }

    private static String built(Path home, String name) {
        Path program = home.resolve(name);
        if (!Files.isRegularFile(program)) {
            throw new IllegalStateException(program + " is not built: run ./metalayer build");
        }
        return program.toString();
    }
}
