package org.metalayer.cli.stick;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.metalayer.agent.cli.StickCommand;
import org.metalayer.cli.platform.CliException;
import org.metalayer.cli.platform.DataDirectory;
import org.metalayer.cli.platform.Environment;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.TypeConversionException;

/**
 * {@code stick}: the agent's own verbs. Here they also find a stick by its module id, and need none
 * to be named where there is only one.
 */
public final class StickVerbs {
    private static final String DIRECTORY = "--dir";

    private StickVerbs() {}

    /** The agent's command, to be added to others. */
    public static CommandLine in(Environment environment) {
        CommandLine stick = StickCommand.commandLine();
        StickLocations locations =
                new StickLocations(environment, DataDirectory.of(null, environment));
        stick.getSubcommands()
                .forEach((verb, command) -> {
                    // A new stick has no module id yet.
                    if (!verb.equals("init")) {
                        nameSticks(command.getCommandSpec(), locations);
                    }
                });
        stick.getCommandSpec()
                .usageMessage()
                .description("Look after one stick: what its owner does on it.");
        return stick.setOut(new PrintWriter(environment.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(environment.err(), true, StandardCharsets.UTF_8));
    }

    private static void nameSticks(CommandSpec verb, StickLocations locations) {
        OptionSpec directory = verb.findOption(DIRECTORY);
        verb.remove(directory);
        verb.addOption(
                OptionSpec.builder(directory)
                        .names("--stick", DIRECTORY)
                        .paramLabel("STICK")
                        .description(
                                "The stick's module id or its directory. Default:"
                                        + " METALAYER_STICK, else the working directory, else the"
                                        + " only stick of this computer's Main System.")
                        .defaultValue("")
                        .converters(text -> locate(locations, text))
                        .build());
    }

    private static Path locate(StickLocations locations, String text) {
        try {
            return text.isEmpty() ? locations.unnamed() : locations.of(text);
        } catch (CliException e) {
            throw new TypeConversionException(e.line());
        }
    }
}
