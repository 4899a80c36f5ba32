package org.metalayer.cli.harness;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.metalayer.cli.MetaLayer;
import org.metalayer.cli.platform.Environment;
import org.metalayer.cli.platform.Installation;

/** Runs verbs as a person would, in a home directory of their own. */
public final class CommandLineRun {
    /** The time at which every verb runs. */
    public static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    private final Path home;
    private final Map<String, String> variables = new HashMap<>();
    private String input = "";
    private boolean terminal;

    public CommandLineRun(Path home) {
        this.home = home;
        variables.put("HOME", home.toString());
    }

    public CommandLineRun with(String variable, String value) {
        variables.put(variable, value);
        return this;
    }

    /** Points the verbs to a Main System and gives them its operator's token. */
    public CommandLineRun at(URI url) {
        return with("METALAYER_URL", url.toString())
                .with("METALAYER_TOKEN", MainSystemSimulator.TOKEN);
    }

    public CommandLineRun typing(String text) {
        input = text;
        return this;
    }

    public CommandLineRun atATerminal() {
        terminal = true;
        return this;
    }

    public Result run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Environment environment =
                new Environment(
                        variables,
                        new Installation(home),
                        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        terminal,
                        () -> NOW);
        int exitCode = MetaLayer.in(environment).execute(arguments);
        return new Result(
                exitCode,
                out.toString(StandardCharsets.UTF_8),
                err.toString(StandardCharsets.UTF_8));
    }
}
