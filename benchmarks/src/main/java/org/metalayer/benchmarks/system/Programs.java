package org.metalayer.benchmarks.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The built programs, each started as the launcher starts it.
 *
 * @param home the repository's root
 */
public record Programs(Path home) {

    /** {@code ./metalayer up}, without the launcher's look at whether something is to be built. */
    public List<String> up(String... arguments) {
        return java(List.of("-XX:TieredStopAtLevel=1"), "cli/target/cli.jar", "up", arguments);
    }

    /** The agent with one of its verbs, on a virtual machine set as {@code up} sets it. */
    public List<String> agent(String verb, String... arguments) {
        return java(List.of("-Xmx96m"), "usb-agent/target/usb-agent.jar", verb, arguments);
    }

    /** The same without a virtual machine. */
    public List<String> nativeAgent(String verb, String... arguments) {
        List<String> command = new ArrayList<>(List.of(nativeAgent().toString(), verb));
        command.addAll(List.of(arguments));
        return List.copyOf(command);
    }

    /** The file that is the native agent. */
    public Path nativeAgent() {
        return home.resolve("usb-agent/target/stick");
    }

    /** Whether it was built after the agent that it is measured beside. */
    public boolean hasNativeAgent() throws IOException {
        Path jar = home.resolve("usb-agent/target/usb-agent.jar");
        return Files.isExecutable(nativeAgent())
                && Files.getLastModifiedTime(nativeAgent())
                                .compareTo(Files.getLastModifiedTime(jar))
                        >= 0;
    }

    private List<String> java(List<String> options, String jar, String verb, String... arguments) {
        Path program = home.resolve(jar);
        if (!Files.isRegularFile(program)) {
            throw new IllegalStateException(program + " is not built: run ./metalayer build");
        }
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add("-XX:+UseSerialGC");
        command.addAll(List.of("-Dmetalayer.home=" + home, "-jar", program.toString(), verb));
        command.addAll(List.of(arguments));
        return List.copyOf(command);
    }
}
