package org.metalayer.cli.stick;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.metalayer.agent.cli.StickCommand;
import org.metalayer.agent.stick.NotAStickException;
import org.metalayer.cli.platform.CliException;
import org.metalayer.cli.platform.DataDirectory;
import org.metalayer.cli.platform.Environment;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * {@code stick}: the agent's own verbs. Here they also find a stick by its module id, and need none
 * to be named where there is only one.
 */
public final class StickVerbs {
    private static final String DIRECTORY = "--dir";
    private static final String STICK = "--stick";

    private StickVerbs() {}

    /** The agent's command, to be added to others. */
    public static CommandLine in(Environment environment) {
        CommandLine stick = StickCommand.commandLine();
        StickLocations locations =
                new StickLocations(environment, DataDirectory.of(null, environment));
        stick.getSubcommands()
                .forEach((verb, command) -> nameSticks(verb, command.getCommandSpec(), locations));
        stick.getCommandSpec()
                .usageMessage()
                .description("Look after one stick: what its owner does on it.");
        return stick.setOut(new PrintWriter(environment.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(environment.err(), true, StandardCharsets.UTF_8))
                .setExecutionExceptionHandler(
                        asking(locations, stick.getExecutionExceptionHandler()));
    }

    private static void nameSticks(String verb, CommandSpec command, StickLocations locations) {
        // A stick that is yet to be made has no module id.
        if (verb.equals("init") || verb.equals("setup")) {
            return;
        }
        OptionSpec directory = command.findOption(DIRECTORY);
        command.remove(directory);
        command.addOption(
                OptionSpec.builder(directory)
                        .names(STICK, DIRECTORY)
                        .paramLabel("STICK")
                        .description(
                                "The stick's module id or its directory. Default:"
                                        + " METALAYER_STICK, else the working directory, else the"
                                        + " only stick of this computer's Main System.")
                        .defaultValue("")
                        .converters(
                                text -> text.isEmpty() ? locations.unnamed() : locations.of(text))
                        .build());
    }

    /** Where none was named and several could be meant, the person has to say which. */
    private static IExecutionExceptionHandler asking(
            StickLocations locations, IExecutionExceptionHandler otherwise) {
        return (failure, command, parsed) -> {
            boolean named = command.getParseResult().hasMatchedOption(STICK);
            if (failure instanceof NotAStickException && !named && !locations.local().isEmpty()) {
                throw new CliException(
                        "which stick? Say --stick and one of "
                                + String.join(", ", locations.local()));
            }
            return otherwise.handleExecutionException(failure, command, parsed);
        };
    }
}
