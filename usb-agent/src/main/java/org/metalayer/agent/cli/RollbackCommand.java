package org.metalayer.agent.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.metalayer.agent.daemon.AgentLoop;
import org.metalayer.agent.install.OwnerRequest;
import org.metalayer.agent.install.Resolution;
import org.metalayer.protocol.ComponentName;
import org.metalayer.protocol.message.OutcomeResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Goes back to what ran before. */
@Command(
        name = "rollback",
        description =
                "Returns a component to what it was before its release; what you changed since"
                        + " stays.",
        mixinStandardHelpOptions = true)
final class RollbackCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;
    @Mixin private StickOptions options;

    @Parameters(paramLabel = "COMPONENT", description = "What to return.")
    private ComponentName component;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Asking asking = new Asking(AgentLoop.open(options.stick()));
        OwnerRequest request =
                new OwnerRequest(component, OwnerRequest.Verb.ROLL_BACK, Resolution.KEEP_MINE);
        return new AnswerText(new Output(spec, options), component)
                .print(
                        asking.ask(request),
                        OutcomeResult.DECLINED,
                        "no release is installed for %s".formatted(component));
    }
}
