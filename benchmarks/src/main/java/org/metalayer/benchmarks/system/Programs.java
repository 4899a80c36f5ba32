package org.metalayer.benchmarks.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The built programs, each started as the launcher starts it.
 *
 * @param home the repository's root
 */
public record Programs(Path home) {

    /**
     * {@code ./metalayer up --jvm}, without the launcher's look at whether something is to be
     * built.
     */
    public List<String> up(String... arguments) {
        return java(
                List.of("-XX:TieredStopAtLevel=1"),
                "cli/target/cli.jar",
                with("up", with("--jvm", arguments)));
    }

    /** The server on a virtual machine that knows nothing of it. */
    public List<String> server() {
        return server(List.of());
    }

    /** The same on one that has learned what a start takes. */
    public List<String> trainedServer() {
        Path cache = home.resolve("server/target/aot/cache");
        if (!Files.isRegularFile(cache)) {
            throw new IllegalStateException(cache + " is not made: run ./metalayer build");
        }
        return server(
                List.of("-XX:AOTCache=" + cache, "-XX:+VerifySharedSpaces", "-Xlog:aot*=off"));
    }

    /** The same without a virtual machine. */
    public List<String> nativeServer() {
        return List.of(nativeServerFile().toString());
    }

    /** The file that is the native server. */
    public Path nativeServerFile() {
        return home.resolve("server/target/main-system");
    }

    /** Whether it was built after the server that it is measured beside. */
    public boolean hasNativeServer() throws IOException {
        return isBuiltAfter(nativeServerFile(), "server/target/quarkus-app/quarkus-run.jar");
    }

    /** The agent with one of its verbs, on a virtual machine set as {@code up} sets it. */
    public List<String> agent(String verb, String... arguments) {
        return java(List.of("-Xmx96m"), "usb-agent/target/usb-agent.jar", with(verb, arguments));
    }

    /** The same without a virtual machine. */
    public List<String> nativeAgent(String verb, String... arguments) {
        return List.of(with(nativeAgent().toString(), with(verb, arguments)));
    }

    /** The file that is the native agent. */
    public Path nativeAgent() {
        return home.resolve("usb-agent/target/stick");
    }

    /** Whether it was built after the agent that it is measured beside. */
    public boolean hasNativeAgent() throws IOException {
        return isBuiltAfter(nativeAgent(), "usb-agent/target/usb-agent.jar");
    }

    private boolean isBuiltAfter(Path program, String jar) throws IOException {
        return Files.isExecutable(program)
                && Files.getLastModifiedTime(program)
                                .compareTo(Files.getLastModifiedTime(home.resolve(jar)))
                        >= 0;
    }

    private List<String> server(List<String> options) {
        List<String> all = new ArrayList<>(List.of("@" + home.resolve("server/jvm.options")));
        all.addAll(options);
        return java(all, "server/target/quarkus-app/quarkus-run.jar");
    }

    private List<String> java(List<String> options, String jar, String... arguments) {
        Path program = home.resolve(jar);
        if (!Files.isRegularFile(program)) {
            throw new IllegalStateException(program + " is not built: run ./metalayer build");
        }
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add("-XX:+UseSerialGC");
        command.addAll(List.of("-Dmetalayer.home=" + home, "-jar", program.toString()));
        command.addAll(List.of(arguments));
        return List.copyOf(command);
    }

    private static String[] with(String first, String... rest) {
        return Stream.concat(Stream.of(first), Stream.of(rest)).toArray(String[]::new);
    }
}
