package org.metalayer.agent.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs a class of the tests in a process of its own. */
public final class ChildJvm {

    private static final int MINUTES = 2;

    private ChildJvm() {}

    /** The exit status of {@code main}, run with {@code environment} added to ours. */
    public static int run(Map<String, String> environment, Class<?> main, String... arguments)
            throws IOException {
        return run(List.of(), environment, main, arguments);
    }

    /**
     * The same, started through another command such as one that changes what the process may do.
     */
    static int run(
            List<String> through,
            Map<String, String> environment,
            Class<?> main,
            String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(through);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:TieredStopAtLevel=1");
        command.add("-Xshare:auto");
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(main.getName());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().putAll(environment);
        return await(builder.start());
    }

    private static int await(Process process) {
        try {
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                throw new AssertionError("the child process does not end");
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted while a child process ran", e);
        } finally {
            process.destroyForcibly();
        }
    }
}
