package org.metalayer.agent.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.metalayer.agent.daemon.AgentLoop;
import org.metalayer.agent.enrol.EnrolmentRecord;
import org.metalayer.agent.stick.StickDirectory;
import org.metalayer.protocol.json.JsonBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Asks to be enrolled. */
@Command(
        name = "enrol",
        description =
                "Asks the Main System to take this stick into its fleet, and says how it stands."
                        + " Fails where the stick is not wanted.",
        mixinStandardHelpOptions = true)
final class EnrolCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;
    @Mixin private StickOptions options;

    @Override
    public Integer call() throws IOException {
        StickDirectory stick = options.stick();
        EnrolmentRecord record = AgentLoop.enrol(AgentLoop.open(stick));
        new Output(spec, options)
                .print(
                        new JsonBuilder()
                                .put("stick_id", record.stickId())
                                .put("state", record.state().wire())
                                .build(),
                        EnrolmentText.of(record.state()));
        return switch (record.state()) {
            case PENDING, ACCEPTED, QUARANTINED -> 0;
            case REJECTED, RETIRED -> 1;
        };
    }
}
