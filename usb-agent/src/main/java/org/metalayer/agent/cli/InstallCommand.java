package org.metalayer.agent.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.metalayer.agent.daemon.AgentLoop;
import org.metalayer.agent.install.OwnerRequest;
import org.metalayer.agent.install.Resolution;
import org.metalayer.protocol.ComponentName;
import org.metalayer.protocol.message.OutcomeResult;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes what is offered. */
@Command(
        name = "install",
        description = {
            "Installs the release that is offered for a component.",
            "Where you and the release changed the same file, you choose: --keep-mine or"
                    + " --take-theirs."
        },
        mixinStandardHelpOptions = true)
final class InstallCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;
    @Mixin private StickOptions options;

    @Parameters(paramLabel = "COMPONENT", description = "What to install.")
    private ComponentName component;

    @ArgGroup private Choice choice = new Choice();

    /** One of the two, or neither. */
    static final class Choice {

        @Option(names = "--keep-mine", description = "Your files stay as they are.")
        private boolean keepMine;

        @Option(
                names = "--take-theirs",
                description =
                        "The release's files are taken; yours are saved in"
                                + " .metalayer/kept/COMPONENT.")
        private boolean takeTheirs;

        Resolution resolution() {
            if (keepMine) {
                return Resolution.KEEP_MINE;
            }
            return takeTheirs ? Resolution.TAKE_THEIRS : Resolution.ASK;
        }
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Asking asking = new Asking(AgentLoop.open(options.stick()));
        OwnerRequest request = OwnerRequest.install(component, choice.resolution());
        return new AnswerText(new Output(spec, options), component)
                .print(
                        asking.ask(request),
                        OutcomeResult.VERIFIED,
                        "nothing is offered for %s now; `status` lists what is"
                                .formatted(component));
    }
}
