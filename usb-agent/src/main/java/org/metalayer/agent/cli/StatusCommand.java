package org.metalayer.agent.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.metalayer.agent.daemon.AgentLoop;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Says how the stick is. */
@Command(
        name = "status",
        description =
                "Says how the stick is: enrolment, components, changes, reports, offers and"
                        + " outcomes.",
        mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;
    @Mixin private StickOptions options;

    @Override
    public Integer call() throws IOException {
        StickStatus status = StickStatus.of(AgentLoop.open(options.stick()));
        new Output(spec, options).print(() -> StatusJson.of(status), () -> StatusText.of(status));
        return 0;
    }
}
