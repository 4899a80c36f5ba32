package org.metalayer.acceptance.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.metalayer.acceptance.harness.Eventually.eventually;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.metalayer.acceptance.harness.Cli;
import org.metalayer.acceptance.harness.Finished;
import org.metalayer.acceptance.harness.MainSystem;
import org.metalayer.acceptance.harness.Names;
import org.metalayer.acceptance.harness.Operator;
import org.metalayer.acceptance.harness.Reply;
import org.metalayer.acceptance.harness.SharedSystem;
import org.metalayer.acceptance.harness.View;
import org.metalayer.acceptance.harness.WireStick;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.json.JsonBuilder;

/** docs/operations.md, Keys: what people sign on a machine apart, by files, as they would. */
@ExtendWith(SharedSystem.class)
class KeysIT {
    private static final byte[] PROGRAM = "#!/bin/sh\n".getBytes(StandardCharsets.UTF_8);

    @TempDir Path apart;

    private final MainSystem system;
    private final Operator operator;
    private final Cli cli;

    KeysIT(MainSystem system) {
        this.system = system;
        this.operator = system.operator();
        this.cli = new Cli(system);
    }

    @Test
    void codeBeginsToRollOutWhenAPersonHasSignedIt() throws Exception {
        String component = Names.unique("code");
        approve(component);
        String file = apart.resolve("code.json").toString();
        eventually(
                "it awaits a signature",
                () -> assertThat(operator.view("/trust").list("signings")).isNotEmpty());
        assertThat(rollout(component).text("state")).isEqualTo("scheduled");
        assertThat(release(component).text("publication")).isEqualTo("awaiting_signature");

        assertThat(cli.run("keys", "pending", "--out", file).status()).isZero();
        Finished shown = cli.run("keys", "show", file);
        assertThat(shown.status()).isEqualTo(1);
        assertThat(shown.out()).contains("sticks may install " + component + " 1");
        assertThat(cli.run("keys", "publish", file).err())
                .contains("nothing in it is fully signed", "1 of 2 needed");
        sign(file, offline("release"));
        assertThat(cli.run("keys", "show", file).status()).isZero();
        Finished published = cli.run("keys", "publish", file);
        assertThat(published.status()).as(published.toString()).isZero();

        eventually(
                "its rollout begins",
                () -> assertThat(rollout(component).text("state")).isNotEqualTo("scheduled"));
        String digest = release(component).text("payload_sha256");
        Reply document =
                system.anonymous()
                        .get(
                                "/feed/v1/targets/code/%s/%s.%s.json"
                                        .formatted(
                                                component, digest, release(component).text("id")));
        assertThat(Sha256.of(document.expect(200).body()).hex()).isEqualTo(digest);
    }

    @Test
    void keepersBecomeTwoOfThreeAndWhoWasRevokedSignsNothingAnyMore() throws Exception {
        String file = apart.resolve("change.json").toString();
        fetch(file);
        String ben = create("ben");
        String carla = create("carla");
        twoOf(file, ben, carla);
        Path bens = Files.copy(Path.of(file), apart.resolve("bens.json"));
        sign(file, offline("root"));
        assertThat(cli.run("keys", "publish", file).status()).isEqualTo(1);
        sign(bens.toString(), ben);
        run("keys", "publish", file, bens.toString());
        long second = root();

        Files.delete(Path.of(file));
        fetch(file);
        String first = keyId("root", 0);
        run("keys", "revoke", file, first);
        sign(file, offline("root"));
        sign(file, ben);
        assertThat(cli.run("keys", "publish", file).err()).contains("root: 1 of 2 needed");
        sign(file, carla);
        run("keys", "publish", file);

        assertThat(root()).isEqualTo(second + 1);
        for (long version = 1; version <= second + 1; version++) {
            system.anonymous().get("/feed/v1/metadata/" + version + ".root.json").expect(200);
        }
        Finished list = cli.run("keys", "list");
        assertThat(list.out()).contains("2 of 2").doesNotContain(first.substring(0, 16));
    }

    private void approve(String component) throws IOException {
        WireStick stick = WireStick.accepted(system, Names.unique("coder"));
        stick.deliver(
                stick.draft(component).with("type", "bugfix").program("run.sh", PROGRAM), PROGRAM);
        View report =
                eventually(
                        "it is handed to a person",
                        () -> operator.reports(component).getFirst(),
                        it -> it.text("state").equals("needs_human"));
        operator.post(
                        "/upgrade-reports/" + report.text("id") + "/decision",
                        new JsonBuilder()
                                .put("verdict", "approve")
                                .put("strategy", "IMMEDIATE")
                                .put("reason", "read every line"))
                .expect(200);
    }

    private View rollout(String component) {
        return operator.rollout(component, 1);
    }

    private View release(String component) throws IOException {
        return operator.releases(component).getFirst();
    }

    private long root() throws IOException {
        return operator.view("/trust").list("roles").getFirst().number("version");
    }

    private String keyId(String role, int place) throws IOException {
        return operator.view("/trust").list("roles").stream()
                .filter(each -> each.text("role").equals(role))
                .findFirst()
                .orElseThrow()
                .list("keys")
                .get(place)
                .text("key_id");
    }

    private String offline(String name) {
        return system.data().resolve("keys/offline").resolve(name + ".key").toString();
    }

    private String create(String name) throws Exception {
        String file = apart.resolve(name + ".key").toString();
        run("keys", "create", name, "--out", file);
        return file;
    }

    /** Two signatures are to be needed for the root from now on, of these and who was there. */
    private void twoOf(String file, String one, String other) throws Exception {
        String[] change = {"--role", "root", "--add", one, "--add", other, "--threshold", "2"};
        run(
                Stream.concat(Stream.of("keys", "prepare", file), Stream.of(change))
                        .toArray(String[]::new));
    }

    private void fetch(String file) throws Exception {
        run("keys", "pending", "--out", file);
    }

    private void sign(String file, String key) throws Exception {
        run("keys", "sign", file, "--key", key);
    }

    private void run(String... arguments) throws Exception {
        Finished finished = cli.run(arguments);
        assertThat(finished.status()).as(finished.toString()).isZero();
    }
}
