package org.metalayer.cli.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metalayer.cli.harness.CommandLineRun;
import org.metalayer.cli.harness.Documents;
import org.metalayer.cli.harness.MainSystemSimulator;
import org.metalayer.cli.harness.Result;

class RolloutsTest {
    private static final String ROLLOUT = "/rollouts/" + Documents.ROLLOUT_ID;

    @TempDir Path home;
    private MainSystemSimulator mainSystem;

    @BeforeEach
    void start() throws IOException {
        mainSystem = MainSystemSimulator.start();
    }

    @AfterEach
    void stop() {
        mainSystem.close();
    }

    @Test
    void showsARolloutWithItsRings() {
        mainSystem.answers("GET " + ROLLOUT, 200, Documents.rollout("running"));
        assertThat(run("rollouts", "show", Documents.ROLLOUT_ID).lines())
                .contains(
                        "Release         music-player 2",
                        "You can         pause, halt, advance",
                        "RING  STATE  OPENS            VERIFIED  FAILED  SILENT  OPEN  VERDICT",
                        "10 %  open   opened 60 s ago  1 of 5    0       0       4     hold: soak:"
                                + " 23 h left");
    }

    @Test
    void listsRollouts() {
        mainSystem.answers(
                "GET /rollouts?state=running&limit=50",
                200,
                Documents.page(Documents.rollout("running")));
        assertThat(run("rollouts", "list", "--state", "running").out())
                .contains(Documents.ROLLOUT_ID, "music-player 2", "STAGED", "1 of 5");
    }

    @Test
    void changesARolloutForAReason() {
        mainSystem.answers("POST " + ROLLOUT + "/halt", 200, Documents.rollout("halted"));
        Result result = run("rollouts", "halt", Documents.ROLLOUT_ID, "--reason", "no sound");
        assertThat(result.out()).isEqualTo("The rollout of music-player 2 is now halted.\n");
        assertThat(mainSystem.requests().getLast().body()).isEqualTo("{\"reason\":\"no sound\"}");
        assertThat(mainSystem.requests().getLast().header("If-Match")).isEmpty();
    }

    @Test
    void changesItOnlyAsItWasSeen() {
        mainSystem.answers("POST " + ROLLOUT + "/advance", 200, Documents.rollout("running"));
        run(
                "rollouts",
                "advance",
                Documents.ROLLOUT_ID,
                "--reason",
                "in a hurry",
                "--if-version",
                "3");
        assertThat(mainSystem.requests().getLast().header("If-Match")).isEqualTo("\"3\"");
    }

    @Test
    void deployPrintsTheManifest() {
        mainSystem.answers("GET /deployment-manifest", 200, Documents.manifest());
        assertThat(run("deploy").lines())
                .containsExactly(
                        "Deployment manifest 17, issued 60 s ago",
                        "Listed by      director, version 9",
                        "Expires        in 7 d",
                        "Signed by key  " + Documents.DIGEST,
                        "",
                        "music-player 2",
                        "  module_name     Kitchen stick",
                        "  upgrade_type    feature",
                        "  strategy        STAGED",
                        "  priority        normal",
                        "  files           index.html",
                        "                  player.js",
                        "  features        Playlist",
                        "  state           running",
                        "  reaches         sticks with a draw up to 1999999999999999, and 1 named",
                        "  rollout_id      " + Documents.ROLLOUT_ID,
                        "  release_id      " + Documents.RELEASE_ID,
                        "  release_sha256  " + Documents.DIGEST,
                        "  seed_sha256     " + Documents.DIGEST,
                        "  seed            secret until the start",
                        "  verify_seconds  60");
    }

    @Test
    void deployGivesProgramsThePayloadAndTheDirectorsMetadata() {
        mainSystem.answers("GET /deployment-manifest", 200, Documents.manifest());
        assertThat(run("deploy", "--json").out()).isEqualTo(Documents.manifest() + "\n");
    }

    private Result run(String... arguments) {
        return new CommandLineRun(home).at(mainSystem.url()).run(arguments);
    }
}
