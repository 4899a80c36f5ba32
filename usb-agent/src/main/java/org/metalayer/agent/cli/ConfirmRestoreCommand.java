package org.metalayer.agent.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.metalayer.agent.daemon.AgentLoop;
import org.metalayer.agent.daemon.LocalParts;
import org.metalayer.protocol.json.JsonBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The owner's word that an older state of the stick is a restored backup. */
@Command(
        name = "confirm-restore",
        description =
                "Says that this stick was restored from a backup and is the only one in use. If"
                        + " the newer one is still in use, both are quarantined.",
        mixinStandardHelpOptions = true)
final class ConfirmRestoreCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;
    @Mixin private StickOptions options;

    @Override
    public Integer call() throws IOException {
        LocalParts local = AgentLoop.open(options.stick());
        if (!local.renewals().confirmRestore()) {
            throw new FailureException(
                    "there is nothing to confirm: the Main System has not said that this stick is"
                            + " in an older state");
        }
        boolean done = new Turn(local).take();
        new Output(spec, options)
                .print(
                        new JsonBuilder().put("confirmed", true).build(),
                        done
                                ? "Confirmed and told."
                                : "Confirmed. The running agent tells the Main System.");
        return 0;
    }
}
