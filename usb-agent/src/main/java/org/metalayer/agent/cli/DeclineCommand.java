package org.metalayer.agent.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.metalayer.agent.daemon.AgentLoop;
import org.metalayer.agent.install.OwnerRequest;
import org.metalayer.protocol.ComponentName;
import org.metalayer.protocol.message.OutcomeResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Refuses what is offered. */
@Command(
        name = "decline",
        description =
                "Declines the release that is offered for a component. A later one is offered"
                        + " again.",
        mixinStandardHelpOptions = true)
final class DeclineCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;
    @Mixin private StickOptions options;

    @Parameters(paramLabel = "COMPONENT", description = "What to decline.")
    private ComponentName component;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Asking asking = new Asking(AgentLoop.open(options.stick()));
        return new AnswerText(new Output(spec, options), component)
                .print(
                        asking.ask(OwnerRequest.decline(component)),
                        OutcomeResult.DECLINED,
                        "nothing is offered for %s now".formatted(component));
    }
}
