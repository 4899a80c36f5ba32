package org.metalayer.cli.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metalayer.cli.harness.CommandLineRun;
import org.metalayer.cli.harness.Documents;
import org.metalayer.cli.harness.MainSystemSimulator;
import org.metalayer.cli.harness.Result;
import org.metalayer.protocol.Draw;
import org.metalayer.protocol.Sha256;

class VerifyDrawTest {
    private static final byte[] SEED = HexFormat.of().parseHex("5e".repeat(32));
    private static final String COMMITMENT = Sha256.of(SEED).hex();
    private static final String FIRST = "4000000000000000";

    @TempDir Path home;
    private MainSystemSimulator mainSystem;
    private final List<String> deployments = new ArrayList<>();

    @BeforeEach
    void start() throws IOException {
        mainSystem = MainSystemSimulator.start();
        for (int i = 0; i < 40; i++) {
            UUID stick = new UUID(0x1111_1111_1111_4111L, 0x8000_0000_0000_0000L + i);
            deployments.add(deployment(stick, Draw.of(SEED, stick).hex(), ring(stick)));
        }
    }

    @AfterEach
    void stop() {
        mainSystem.close();
    }

    @Test
    void aDrawThatWasNotTouchedHolds() {
        publish(COMMITMENT, COMMITMENT, "[]");
        Result result = verify("--commitment", COMMITMENT);
        assertThat(result.exitCode()).isZero();
        assertThat(result.out())
                .contains(
                        "music-player 2: seed " + "5e".repeat(32),
                        "day 1: draws up to " + FIRST + ", ",
                        "The draw holds: the seed keeps to its commitment, and 40 sticks stand"
                                + " where it puts them.");
    }

    @Test
    void aStickThatWasPickedIsNamed() {
        UUID picked =
                Stream.iterate(0L, i -> i + 1)
                        .map(i -> new UUID(0x2222_2222_2222_4222L, 0x8000_0000_0000_0000L + i))
                        .filter(stick -> ring(stick) == 2)
                        .findFirst()
                        .orElseThrow();
        String draw = Draw.of(SEED, picked).hex();
        deployments.add(deployment(picked, draw, 1));
        publish(COMMITMENT, COMMITMENT, "[]");
        Result result = verify();
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.lines())
                .contains(
                        "DIFFERS: usb_%s (%s) with the draw %s stands in ring 1; it belongs into ring 2"
                                .formatted(suffix(picked), picked, draw),
                        "The draw does not hold: 1 difference.");
    }

    @Test
    void anInventedDrawIsNamed() {
        UUID stick = UUID.fromString(Documents.STICK_ID);
        deployments.add(deployment(stick, "0000000000000000", ring(stick)));
        publish(COMMITMENT, COMMITMENT, "[]");
        Result result = verify("--json");
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out())
                .contains(
                        "\"holds\":false",
                        "was given the draw 0000000000000000; the seed gives it "
                                + Draw.of(SEED, stick).hex());
    }

    @Test
    void aSeedThatWasExchangedAfterItsCommitmentIsFound() {
        publish(COMMITMENT, COMMITMENT, "[]");
        Result result = verify("--commitment", Documents.DIGEST);
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out()).contains("committed to before the start");

        publish(Documents.DIGEST, COMMITMENT, "[]");
        assertThat(verify().out()).contains("the seed is not the one committed to by the rollout");
    }

    @Test
    void aManifestThatReachesOthersThanTheRingsShowIsFound() {
        publish(COMMITMENT, Documents.DIGEST, "[\"0123456789abcdef\"]");
        Result result = verify();
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out())
                .contains(
                        "committed to in the deployment manifest",
                        "the deployment manifest names 1 test stick, the rollout 0 test sticks");
    }

    @Test
    void beforeTheStartThereIsOnlyACommitmentToNote() {
        mainSystem.answers(
                "GET /rollouts/" + Documents.ROLLOUT_ID, 200, Documents.rollout("scheduled"));
        Result result = verify();
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains("has not started", Documents.DIGEST);
    }

    private Result verify(String... more) {
        String[] arguments =
                Stream.concat(
                                Stream.of("rollouts", "verify-draw", Documents.ROLLOUT_ID),
                                Stream.of(more))
                        .toArray(String[]::new);
        return new CommandLineRun(home).at(mainSystem.url()).run(arguments);
    }

    /** Answers anew, whatever was answered before. */
    private void publish(String commitment, String announced, String named) {
        mainSystem.forget();
        mainSystem.answers(
                "GET /rollouts/" + Documents.ROLLOUT_ID,
                200,
                """
                {"id":"%s","component":"music-player","release":%s,"seed_sha256":"%s","seed":"%s",
                "rings":[{"ordinal":1,"name":"day 1","bound":"%s"},
                {"ordinal":2,"name":"day 7","bound":"ffffffffffffffff"}]}\
                """
                        .formatted(
                                Documents.ROLLOUT_ID,
                                Documents.release(2, ""),
                                commitment,
                                "5e".repeat(32),
                                FIRST));
        mainSystem.answers(
                "GET /rollouts/" + Documents.ROLLOUT_ID + "/deployments?limit=200",
                200,
                Documents.page(deployments.toArray(String[]::new)));
        mainSystem.answers(
                "GET /deployment-manifest",
                200,
                """
                {"payload":{"entries":[{"rollout_id":"%s","seed_sha256":"%s","bound":"%s",
                "named":%s}]}}\
                """
                        .formatted(Documents.ROLLOUT_ID, announced, FIRST, named));
    }

    private static int ring(UUID stick) {
        return Draw.of(SEED, stick).within(new Draw(FIRST)) ? 1 : 2;
    }

    private static String deployment(UUID stick, String draw, int ring) {
        return """
        {"stick_id":"%s","module_id":"usb_%s","module_name":"Stick","draw":"%s","ring":%d,
        "named":false,"state":"pending","reason":"","changed_at":"2026-11-20T11:59:00Z"}\
        """
                .formatted(stick, suffix(stick), draw, ring);
    }

    private static String suffix(UUID stick) {
        return stick.toString().substring(28);
    }
}
