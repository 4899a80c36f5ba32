package org.metalayer.agent.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.metalayer.agent.content.OwnersContent;
import org.metalayer.agent.daemon.AgentLoop;
import org.metalayer.protocol.json.JsonBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists what the owner changed. */
@Command(
        name = "changes",
        description =
                "Lists what you changed since the installed releases, and what cannot be released.",
        mixinStandardHelpOptions = true)
final class ChangesCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;
    @Mixin private StickOptions options;

    @Override
    public Integer call() throws IOException {
        OwnersContent.Overview overview = AgentLoop.open(options.stick()).content().overview();
        new Output(spec, options)
                .print(
                        new JsonBuilder()
                                .put("components", overview.components(), ContentText::json)
                                .put("strangers", overview.strangers(), ContentText::json)
                                .build(),
                        ContentText.lines(overview));
        return 0;
    }
}
