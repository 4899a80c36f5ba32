package org.metalayer.cli.stick;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.metalayer.cli.platform.CliException;
import org.metalayer.cli.platform.Environment;
import org.metalayer.cli.rest.Connection;
import org.metalayer.image.base.ImageException;
import org.metalayer.image.release.AgentProgram;
import org.metalayer.protocol.system.SystemFiles;
import org.metalayer.protocol.system.SystemVersion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code publish agent}: a native agent that was built here becomes a report. */
@Command(
        name = "agent",
        description = {
            "Propose a native program as the agent of sticks that boot.",
            "Its version has to be higher than theirs. It is signed by a stick without hardware of"
                    + " this computer, called publisher."
        },
        footer = {
            "",
            "Example:",
            "  ./metalayer build --native",
            "  ./metalayer publish agent usb-agent/target/stick \\",
            "      \"Starts in half the time\" --type performance"
        })
public final class PublishAgentCommand implements Callable<Integer> {

    private final Environment environment;

    @Mixin private Connection connection;
    @Mixin private PublishOptions options;

    @Parameters(index = "0", paramLabel = "PROGRAM", description = "The agent's native program.")
    private Path program;

    @Parameters(index = "1", paramLabel = "DESCRIPTION", description = "What is better now.")
    private String description;

    @Option(
            names = "--agent-version",
            paramLabel = "VERSION",
            description = "Up to four numbers with dots. Default: what the program says of itself.")
    private @Nullable SystemVersion version;

    public PublishAgentCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException {
        AgentProgram agent = agent();
        return options.publish(environment, connection, SystemFiles.AGENT, description, agent::layOut);
    }

    private AgentProgram agent() throws IOException {
        try {
            return AgentProgram.of(program, Optional.ofNullable(version));
        } catch (ImageException e) {
            throw new CliException(String.valueOf(e.getMessage()), e);
        }
    }
}
