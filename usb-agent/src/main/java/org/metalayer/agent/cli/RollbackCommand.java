package org.metalayer.agent.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.metalayer.agent.content.Installed;
import org.metalayer.agent.daemon.AgentLoop;
import org.metalayer.agent.daemon.LocalParts;
import org.metalayer.agent.install.OwnerRequest;
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
        LocalParts local = AgentLoop.open(options.stick());
        Installed runs =
                local.installed()
                        .of(component)
                        .orElseThrow(() ->
                                new FailureException(
                                        "no release is installed for %s".formatted(component)));
        return new AnswerText(new Output(spec, options), component)
                .print(
                        new Asking(local).ask(OwnerRequest.rollBack(component, runs.releaseId())),
                        OutcomeResult.DECLINED,
                        "%s %s does not run any more; `status` tells more"
                                .formatted(component, runs.version()));
    }
}
