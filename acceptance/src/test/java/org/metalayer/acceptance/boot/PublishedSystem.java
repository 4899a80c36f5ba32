package org.metalayer.acceptance.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.metalayer.acceptance.harness.Eventually.eventually;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.metalayer.acceptance.harness.Cli;
import org.metalayer.acceptance.harness.Finished;
import org.metalayer.acceptance.harness.Fleet;
import org.metalayer.acceptance.harness.Rollout;
import org.metalayer.acceptance.harness.View;
import org.metalayer.protocol.json.JsonBuilder;

/** Brings a built image or agent to a fleet, as operators do: publish, approve, sign. */
final class PublishedSystem {
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Fleet fleet;
    private final Cli cli;

    PublishedSystem(Fleet fleet) {
        this.fleet = fleet;
        this.cli = new Cli(fleet.system());
    }

    /**
     * Until sticks may install it.
     *
     * @param folder of the image
     */
    void publish(Path folder, String description) throws IOException, InterruptedException {
        publish("os", folder, description);
    }

    /** The same, for an agent's program of any version. */
    void publishAgent(Path program, String version, String description)
            throws IOException, InterruptedException {
        publish("agent", program, description, "--agent-version", version);
    }

    private void publish(String component, Path what, String description, String... more)
            throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("publish", component, what.toString()));
        words.addAll(List.of(description, "--type", "bugfix"));
        words.addAll(List.of(more));
        run(words.toArray(String[]::new));
        View report =
                eventually(
                        "it is handed to a person",
                        PATIENCE,
                        () -> fleet.operator().reports(component).getFirst(),
                        it ->
                                it.text("state").equals("needs_human")
                                        && it.text("description").equals(description));
        fleet.operator()
                .post(
                        "/upgrade-reports/" + report.text("id") + "/decision",
                        new JsonBuilder()
                                .put("verdict", "approve")
                                .put("strategy", "IMMEDIATE")
                                .put("reason", "started it on a stick of ours"))
                .expect(200);
        String file = fleet.system().data().resolveSibling(component + ".json").toString();
        eventually(
                "it awaits a signature",
                PATIENCE,
                () -> fleet.operator().view("/trust").list("signings"),
                signings -> !signings.isEmpty());
        run("keys", "pending", "--out", file);
        run(
                "keys",
                "sign",
                file,
                "--key",
                fleet.system().data().resolve("keys/offline/release.key").toString());
        run("keys", "publish", file);
        Path.of(file).toFile().delete();
    }

    /** What came of the rollout of a version on a stick. */
    String outcome(String component, int version, String moduleId) {
        Rollout rollout = Rollout.of(fleet.operator(), component, version);
        return eventually(
                        "an outcome of %s %s".formatted(component, version),
                        Machine.PATIENCE,
                        () -> rollout.deployment(moduleId),
                        PublishedSystem::isOver)
                .text("state");
    }

    private static boolean isOver(View deployment) {
        return List.of("verified", "failed", "rolled_back", "conflict")
                .contains(deployment.text("state"));
    }

    private void run(String... arguments) throws IOException, InterruptedException {
        Finished finished = cli.run(arguments);
        assertThat(finished.status()).as(finished.toString()).isZero();
    }
}
