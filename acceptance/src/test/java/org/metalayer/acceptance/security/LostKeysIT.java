package org.metalayer.acceptance.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.metalayer.acceptance.harness.Eventually.eventually;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.metalayer.acceptance.harness.Cli;
import org.metalayer.acceptance.harness.Finished;
import org.metalayer.acceptance.harness.MainSystem;
import org.metalayer.acceptance.harness.Rollout;
import org.metalayer.acceptance.harness.Scratch;
import org.metalayer.acceptance.harness.View;
import org.metalayer.acceptance.harness.WireStick;
import org.metalayer.protocol.json.JsonBuilder;

/**
 * docs/operations.md: a Main System that lost a key starts and can be brought another one; without
 * any of them it refuses to.
 */
class LostKeysIT {
    private static final byte[] PAGE = "<p>Clock</p>".getBytes(UTF_8);

    /** Each is a second here. */
    private static final Duration A_FEW_PUBLISHING_INTERVALS = Duration.ofSeconds(5);

    @Test
    void withoutAnyKeyThatSticksTrustItDoesNotStartAndMakesNone() throws Exception {
        try (Scratch scratch = Scratch.make();
                MainSystem system = MainSystem.start("lost-keys", scratch.root())) {
            Path online = system.data().resolve("keys/online");
            List<Path> keys = files(online);
            byte[] root = root(system);
            Path aside = Files.createDirectory(scratch.root().resolve("aside"));
            for (Path key : keys) {
                Files.move(key, aside.resolve(key.getFileName()));
            }

            assertThatThrownBy(system::restart)
                    .hasMessageContaining(
                            "metalayer: %s has no key that sticks trust: put back"
                                    .formatted(online))
                    .hasMessageNotContaining("\tat ");
            assertThat(files(online)).isEmpty();

            for (Path key : keys) {
                Files.move(aside.resolve(key.getFileName()), key);
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
            eventually("sticks are told", () -> assertThat(withdrawn(system)).hasSize(1));

            replace("content", system, scratch.root());

            eventually(
                    "nothing is missing any more",
                    () -> assertThat(attention(system)).noneMatch(it -> it.contains("its keys")));
        }
    }

    @Test
    void withoutTheKeyOfTheDirectorItStartsAndHaltsAsSoonAsItIsBroughtAnother() throws Exception {
        try (Scratch scratch = Scratch.make();
                MainSystem system = MainSystem.start("lost-director", scratch.root())) {
            WireStick stick = WireStick.accepted(system, "maker");
            stick.deliver(stick.draft("clock").with("type", "bugfix").file("a.html", PAGE), PAGE);
            Rollout rollout = Rollout.of(system.operator(), "clock", 1);
            Files.delete(system.data().resolve("keys/online/director.key"));

            system.restart();

            assertThat(attention(system)).anyMatch(it -> it.startsWith("director needs 1 of its"));
            byte[] published = timestamp(system);
            system.operator()
                    .post(
                            "/rollouts/%s/halt".formatted(rollout.id()),
                            new JsonBuilder().put("reason", "It looks wrong"))
                    .expect(200);
            Thread.sleep(A_FEW_PUBLISHING_INTERVALS);
            assertThat(timestamp(system)).as("nothing is published").isEqualTo(published);
            assertThat(withdrawn(system)).isEmpty();

            replace("director", system, scratch.root());

            eventually("sticks are told", () -> assertThat(withdrawn(system)).hasSize(1));
            eventually(
                    "nothing is missing any more",
                    () -> assertThat(attention(system)).noneMatch(it -> it.contains("its keys")));
        }
    }

    /** docs/operations.md, Keys: "Replace a key". */
    private static void replace(String role, MainSystem system, Path apart) throws Exception {
        Cli cli = new Cli(system);
        Path keys = system.data().resolve("keys");
        String change = apart.resolve("change.json").toString();
        String fresh = keys.resolve("online/" + role + "-2.key").toString();
        String old =
                system.operator().view("/trust").list("roles").stream()
                        .filter(each -> each.text("role").equals(role))
                        .findFirst()
                        .orElseThrow()
                        .list("keys")
                        .getFirst()
                        .text("key_id");
        String targets = keys.resolve("offline/targets.key").toString();
        run(cli, "create", role + "-2", "--out", fresh);
        run(cli, "pending", "--out", change);
        run(cli, "rotate", change, "--old", old, "--new", fresh);
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

    private static List<View> withdrawn(MainSystem system) throws IOException {
        return system.operator().view("/deployment-manifest").at("payload").list("withdrawn");
    }

    private static List<String> attention(MainSystem system) throws IOException {
        return system.operator().view("/overview").list("attention").stream()
                .map(item -> item.text("detail"))
                .toList();
    }

    private static byte[] root(MainSystem system) throws IOException {
        return system.anonymous().get("/feed/v1/metadata/1.root.json").expect(200).body();
    }

    private static byte[] timestamp(MainSystem system) throws IOException {
        return system.anonymous().get("/feed/v1/metadata/timestamp.json").expect(200).body();
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.sorted().toList();
        }
    }
}
