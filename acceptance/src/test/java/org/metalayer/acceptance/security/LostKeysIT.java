package org.metalayer.acceptance.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.metalayer.acceptance.harness.Eventually.eventually;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.metalayer.acceptance.harness.Cli;
import org.metalayer.acceptance.harness.Finished;
import org.metalayer.acceptance.harness.MainSystem;
import org.metalayer.acceptance.harness.Rollout;
import org.metalayer.acceptance.harness.Scratch;
import org.metalayer.acceptance.harness.WireStick;
import org.metalayer.protocol.json.JsonBuilder;

/**
 * docs/operations.md: a Main System that lost a key refuses to start, until it has it back; without
 * the key of content alone it goes on, and can be brought another one.
 */
class LostKeysIT {
    private static final byte[] PAGE = "<p>Clock</p>".getBytes(UTF_8);

    @Test
    void withoutAKeyThatSticksTrustItDoesNotStartAndMakesNone() throws Exception {
        try (Scratch scratch = Scratch.make();
                MainSystem system = MainSystem.start("lost-keys", scratch.root())) {
            Path online = system.data().resolve("keys/online");
            List<Path> keys = files(online);
            byte[] root = root(system);
            for (String name : List.of("director", "snapshot", "timestamp")) {
                Path key = online.resolve(name + ".key");
                Path copy = Files.move(key, scratch.root().resolve(name + ".kept"));

                assertThatThrownBy(system::restart)
                        .hasMessageContaining(
                                "metalayer: %s lacks the key that sticks trust for %s: put back"
                                        .formatted(online, name))
                        .hasMessageNotContaining("\tat ");
                assertThat(key).doesNotExist();
                assertThat(files(online)).hasSize(keys.size() - 1);
                Files.move(copy, key);
            }

            system.restart();

            assertThat(files(online)).isEqualTo(keys);
            assertThat(root(system)).isEqualTo(root);
        }
    }

    @Test
    void withoutTheKeyOfContentItStartsAndHaltsAndIsBroughtAnother() throws Exception {
        try (Scratch scratch = Scratch.make();
                MainSystem system = MainSystem.start("lost-robot", scratch.root())) {
            WireStick stick = WireStick.accepted(system, "maker");
            stick.deliver(stick.draft("clock").with("type", "bugfix").file("a.html", PAGE), PAGE);
            Rollout rollout = Rollout.of(system.operator(), "clock", 1);
            Path online = system.data().resolve("keys/online");
            Files.delete(online.resolve("robot.key"));

            system.restart();

            assertThat(attention(system)).anyMatch(it -> it.startsWith("content needs 1 of its"));
            system.operator()
                    .post(
                            "/rollouts/%s/halt".formatted(rollout.id()),
                            new JsonBuilder().put("reason", "It looks wrong"))
                    .expect(200);
            eventually(
                    "sticks are told",
                    () ->
                            assertThat(
                                            system.operator()
                                                    .view("/deployment-manifest")
                                                    .at("payload")
                                                    .list("withdrawn"))
                                    .hasSize(1));

            replaceRobot(new Cli(system), scratch.root(), system.data().resolve("keys"));

            eventually(
                    "nothing is missing any more",
                    () -> assertThat(attention(system)).noneMatch(it -> it.contains("its keys")));
        }
    }

    /** docs/operations.md, Keys: "Replace a key". */
    private static void replaceRobot(Cli cli, Path apart, Path keys) throws Exception {
        String change = apart.resolve("change.json").toString();
        String robot = keys.resolve("online/robot-2.key").toString();
        String old =
                cli.system().operator().view("/trust").list("roles").stream()
                        .filter(role -> role.text("role").equals("content"))
                        .findFirst()
                        .orElseThrow()
                        .list("keys")
                        .getFirst()
                        .text("key_id");
        String targets = keys.resolve("offline/targets.key").toString();
        run(cli, "create", "robot-2", "--out", robot);
        run(cli, "pending", "--out", change);
        run(cli, "rotate", change, "--old", old, "--new", robot);
        run(cli, "sign", change, "--key", targets);
        run(cli, "publish", change);
    }

    private static void run(Cli cli, String... arguments) throws Exception {
        Finished finished =
                cli.run(
                        Stream.concat(Stream.of("keys"), Stream.of(arguments))
                                .toArray(String[]::new));
        assertThat(finished.status()).as(finished.toString()).isZero();
    }

    private static List<String> attention(MainSystem system) throws IOException {
        return system.operator().view("/overview").list("attention").stream()
                .map(item -> item.text("detail"))
                .toList();
    }

    private static byte[] root(MainSystem system) throws IOException {
        return system.anonymous().get("/feed/v1/metadata/1.root.json").expect(200).body();
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.sorted().toList();
        }
    }
}
