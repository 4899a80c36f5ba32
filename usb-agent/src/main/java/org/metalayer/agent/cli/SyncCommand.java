package org.metalayer.agent.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.metalayer.agent.daemon.AgentLoop;
import org.metalayer.agent.daemon.Contact;
import org.metalayer.agent.daemon.LocalParts;
import org.metalayer.agent.stick.StickDirectory;
import org.metalayer.protocol.json.JsonBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** One round now. */
@Command(
        name = "sync",
        description =
                "Does one round now: sends what waits and takes what is offered. Wakes the agent"
                        + " when one runs.",
        mixinStandardHelpOptions = true)
final class SyncCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;
    @Mixin private StickOptions options;

    @Override
    public Integer call() throws IOException {
        StickDirectory stick = options.stick();
        LocalParts local = AgentLoop.open(stick);
        boolean done = new Turn(local).take();
        Optional<String> trouble =
                done ? local.contact().flatMap(Contact::trouble) : Optional.empty();
        new Output(spec, options)
                .print(
                        new JsonBuilder()
                                .put("by", done ? "this command" : "the running agent")
                                .put("trouble", trouble.orElse(null))
                                .build(),
                        trouble.orElse(done ? "Done." : "The running agent was told."));
        return trouble.isPresent() ? 1 : 0;
    }
}
