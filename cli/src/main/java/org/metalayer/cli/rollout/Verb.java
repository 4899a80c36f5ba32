package org.metalayer.cli.rollout;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.metalayer.cli.rest.Connection;
import org.metalayer.cli.rest.Presentation;
import org.metalayer.cli.rest.Query;
import org.metalayer.protocol.json.JsonBuilder;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which rollout is to change, and why. */
final class Verb {
    @Parameters(paramLabel = "ROLLOUT", description = "As rollouts list shows it.")
    private UUID id;

    @Option(
            names = "--reason",
            required = true,
            paramLabel = "TEXT",
            description = "Why; everybody sees it.")
    private String reason;

    @Option(
            names = "--if-version",
            paramLabel = "N",
            description =
                    "Only if the rollout is still as rollouts show showed it; that has its"
                            + " version.")
    private @Nullable Long version;

    void run(String verb, Connection connection, Presentation presentation) {
        Map<String, String> precondition =
                version == null ? Map.of() : Map.of("If-Match", "\"%d\"".formatted(version));
        presentation.show(
                connection
                        .open()
                        .post(
                                new Query("/rollouts/" + id + "/" + verb),
                                new JsonBuilder().put("reason", reason).build(),
                                precondition),
                (output, json) -> output.line(RolloutText.nowIn(json)));
    }
}
