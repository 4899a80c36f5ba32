package org.metalayer.agent.cli;

import java.io.IOException;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.metalayer.agent.net.AgentVersion;
import org.metalayer.agent.program.AgentChooser;
import org.metalayer.agent.program.AgentPlaces;
import org.metalayer.agent.stick.Storage;
import org.metalayer.protocol.system.SystemVersion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What a bootable stick does before each start of its agent. */
@Command(
        name = "choose-agent",
        description = {
            "Chooses the agent that a bootable stick starts: its image's own, or a newer one that"
                    + " the fleet's keys vouch for and that does not fail.",
            "A unit of the system runs it as root; it needs no network."
        },
        mixinStandardHelpOptions = true)
final class ChooseAgentCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;
    @Mixin private StickOptions options;

    @Override
    public Integer call() throws IOException {
        AgentChooser chooser =
                new AgentChooser(
                        options.stick(),
                        AgentPlaces.ofImage(),
                        Storage.ofProcess().files(),
                        InstantSource.system(),
                        new SystemVersion(AgentVersion.CURRENT));
        spec.commandLine().getOut().println(chooser.choose());
        return 0;
    }
}
