package org.metalayer.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A machine on which nothing is built and whose PATH holds the system's basic tools and whatever a
 * test puts there: no Node, no package manager.
 */
final class Machine {
    private static final String BASH = "#!/usr/bin/env bash";
    private static final List<String> BASICS =
            List.of(
                    "bash",
                    "cat",
                    "chmod",
                    "cp",
                    "dirname",
                    "dpkg",
                    "env",
                    "find",
                    "flock",
                    "mkdir",
                    "mount",
                    "mv",
                    "readlink",
                    "sed",
                    "touch");

    private final Path home;
    private final Path programs;
    private final Path calls;

    private Machine(Path home) {
        this.home = home;
        this.programs = home.resolve("programs");
        this.calls = home.resolve("calls");
    }

    /** Prepares one in an empty directory: with the launcher, and a build that succeeds. */
    static Machine in(Path home) throws IOException, InterruptedException {
        Machine machine = new Machine(home);
        Files.createDirectories(machine.programs);
        for (String tool : BASICS) {
            put(
                    machine.programs.resolve(tool),
                    "#!/bin/sh",
                    "exec %s \"$@\"".formatted(whereIs(tool)));
        }
        Files.createFile(machine.calls);
        for (String part : List.of("metalayer", "launcher")) {
            Bash.program("cp", "-r", part, home.toString());
        }
        put(
                home.resolve("mvnw"),
                BASH,
                """
                echo mvnw >>"$CALLS"
                echo "JAVA_HOME=$JAVA_HOME" >>"$CALLS"
                """);
        return machine;
    }

    /** Puts a script on the PATH; what it is called with is noted. */
    Machine with(String program, String script) throws IOException {
        put(programs.resolve(program), BASH, "echo \"${0##*/} $*\" >>\"$CALLS\"\n" + script);
        return this;
    }

    /** The same with a package manager that offers a package in one version. */
    Machine offering(String packageName, String version) throws IOException {
        return with(
                "apt-cache",
                "[[ $2 == %s ]] && echo '  Candidate: %s'".formatted(packageName, version));
    }

    /** Runs {@code ./metalayer build}, started by {@code prefix}. */
    Bash.Result build(Map<String, String> environment, String... prefix)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(prefix));
        command.addAll(List.of(home.resolve("metalayer").toString(), "build"));
        return run(environment, command);
    }

    /** Runs {@code ./metalayer build} with options. */
    Bash.Result buildWith(Map<String, String> environment, String... options)
            throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(home.resolve("metalayer").toString(), "build"));
        command.addAll(List.of(options));
        return run(environment, command);
    }

    private Bash.Result run(Map<String, String> environment, List<String> command)
            throws IOException, InterruptedException {
        var builder =
                new ProcessBuilder(command).directory(home.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment()
                .putAll(
                        Map.of(
                                "PATH", programs.toString(),
                                "HOME", home.toString(),
                                "CALLS", calls.toString()));
        builder.environment().putAll(environment);
        return Bash.finish(builder);
    }

    /** Which programs were called with what, in order, and with which JDK the build ran. */
    List<String> calls() throws IOException {
        return Files.readAllLines(calls);
    }

    private static void put(Path program, String interpreter, String script) throws IOException {
        Files.writeString(program, interpreter + "\n" + script + "\n");
        if (!program.toFile().setExecutable(true, false)) {
            throw new IOException("cannot make " + program + " executable");
        }
    }

    private static Path whereIs(String tool) {
        return Stream.of("/usr/bin", "/bin", "/usr/sbin")
                .map(directory -> Path.of(directory, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no " + tool + " on this machine"));
    }
}
