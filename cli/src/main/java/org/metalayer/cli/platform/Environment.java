package org.metalayer.cli.platform;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * What a verb may use of the world around it; everything else stands in its arguments.
 *
 * @param variables the environment variables
 * @param installation where the programs lie
 * @param terminal whether a person reads {@code out} directly
 */
public record Environment(
        Map<String, String> variables,
        Installation installation,
        InputStream in,
        PrintStream out,
        PrintStream err,
        boolean terminal,
        InstantSource clock) {

    public Environment {
        variables = Map.copyOf(variables);
    }

    /** The real one. Text is UTF-8 whatever the locale says, as the protocol's is. */
    public static Environment ofThisProcess() {
        return new Environment(
                System.getenv(),
                Installation.ofThisProgram(),
                System.in,
                utf8(FileDescriptor.out),
                utf8(FileDescriptor.err),
                Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false),
                InstantSource.system());
    }

    /** A variable that is set to something. */
    public Optional<String> variable(String name) {
        return Optional.ofNullable(variables.get(name)).filter(value -> !value.isBlank());
    }

    /** Where this person's settings lie (XDG Base Directory Specification). */
    public Path configuration() {
        return variable("XDG_CONFIG_HOME")
                .map(Path::of)
                .filter(Path::isAbsolute)
                .orElseGet(() -> home().resolve(".config"))
                .resolve("metalayer");
    }

    private Path home() {
        return Path.of(variable("HOME").orElseGet(() -> System.getProperty("user.home")));
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
