package org.metalayer.cli.rollout;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.metalayer.cli.output.Output;
import org.metalayer.cli.platform.CliException;
import org.metalayer.cli.platform.Environment;
import org.metalayer.cli.rest.Connection;
import org.metalayer.cli.rest.MainSystem;
import org.metalayer.cli.rest.Pages;
import org.metalayer.cli.rest.Query;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.Texts;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.json.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rollouts verify-draw}: whether a rollout's sticks were drawn, not picked. */
@Command(
        name = "verify-draw",
        description = "Recompute a rollout's draw from what is public, and say what differs.",
        footer = {
            "",
            "Before a rollout starts, its deployment manifest commits to a secret seed; at the"
                    + " start",
            "the seed is revealed. This recomputes the commitment, every stick's draw and its"
                    + " ring.",
            "Note the commitment before the start (rollouts show, or deploy) and give it with",
            "--commitment: then not even the Main System can have changed its mind.",
            "Exit code 0: all agrees. 1: something differs, or the rollout has not started."
        })
public final class VerifyDrawCommand implements Callable<Integer> {
    private static final int SHOWN = 20;

    private final Output output;

    @Mixin private Connection connection;

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    @Option(
            names = "--commitment",
            paramLabel = "HEX",
            description = "The seed's SHA-256 as you noted it before the start.")
    private @Nullable String noted;

    @Parameters(paramLabel = "ROLLOUT", description = "As rollouts list shows it.")
    private UUID id;

    public VerifyDrawCommand(Environment environment) {
        this.output = new Output(environment);
    }

    @Override
    public Integer call() {
        MainSystem mainSystem = connection.open();
        JsonObject answer = mainSystem.get(new Query("/rollouts/" + id)).json();
        PublishedRollout rollout =
                PublishedRollout.read(answer)
                        .orElseThrow(() ->
                                new CliException(
                                        "the rollout has not started: its seed is secret until then. Note its commitment, %s"
                                                .formatted(answer.string("seed_sha256"))));
        DrawCheck check = new DrawCheck(rollout);
        check.commitment("by the rollout", rollout.commitment());
        if (noted != null) {
            check.commitment("before the start", new Sha256(noted));
        }
        Pages.forEach(
                mainSystem, () -> new Query("/rollouts/" + id + "/deployments"), check::stick);
        listed(mainSystem).forEach(check::entry);
        show(rollout, check);
        return check.holds() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    /** The entry of the manifest; none once the rollout is over. */
    private List<JsonObject> listed(MainSystem mainSystem) {
        return mainSystem
                .get(new Query("/deployment-manifest"))
                .json()
                .object("payload")
                .objects("entries", entry -> entry)
                .stream()
                .filter(entry -> entry.uuid("rollout_id").equals(id))
                .toList();
    }

    private void show(PublishedRollout rollout, DrawCheck check) {
        if (json) {
            output.json(Json.write(check.json()));
            return;
        }
        output.line(
                "%s: seed %s, committed to as %s"
                        .formatted(rollout.title(), rollout.seed(), rollout.commitment()));
        check.rings().forEach(output::line);
        check.differences().stream().limit(SHOWN).forEach(line -> output.line("DIFFERS: " + line));
        if (check.differences().size() > SHOWN) {
            output.line("… and more; --json has all of them");
        }
        output.line(
                check.holds()
                        ? "The draw holds: the seed keeps to its commitment, and %s where it puts them."
                                .formatted(stand(check.sticks()))
                        : "The draw does not hold: %s."
                                .formatted(Texts.count(check.differences().size(), "difference")));
    }

    private static String stand(int sticks) {
        return Texts.count(sticks, "stick") + (sticks == 1 ? " stands" : " stand");
    }
}
