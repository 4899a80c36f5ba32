package org.metalayer.cli.stick;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metalayer.cli.harness.CommandLineRun;
import org.metalayer.cli.harness.Result;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.json.JsonObject;
import org.metalayer.protocol.system.SystemDescriptor;
import org.metalayer.protocol.system.SystemFiles;

/** {@code publish} while no Main System runs: what is kept must be what was published. */
class PublishTest {

    private static final String NAME = "metalayer-console-2-amd64";

    @TempDir Path home;

    private Path image() throws IOException {
        Path folder = Files.createDirectories(home.resolve(NAME));
        byte[] root = new byte[500_000];
        new Random(1).nextBytes(root);
        Files.write(folder.resolve(NAME + ".root.raw"), root);
        Files.write(folder.resolve(NAME + ".verity.raw"), new byte[] {1, 2, 3});
        Files.writeString(folder.resolve(NAME + ".efi"), "roothash=" + "ab".repeat(32) + " quiet");
        Files.write(folder.resolve(NAME + ".raw"), new byte[3]);
        Files.writeString(
                folder.resolve("manifest.json"),
                """
                {"name": "metalayer", "version": "2", "architecture": "amd64", "profile": "console",
                 "agent_version": "0.1.0", "source_date_epoch": 1767225600,
                 "image": {"file": "%s.raw", "size": 3, "sha256": "%s"},
                 "partitions": [], "boot_files": [], "packages": []}
                """
                        .formatted(NAME, "ab".repeat(32)));
        return folder;
    }

    private Result publish(Path folder) {
        return new CommandLineRun(home)
                .with("METALAYER_URL", "http://localhost:1")
                .run("publish", "os", folder.toString(), "Better", "--json");
    }

    /** As much of a native program as says what runs it. */
    private Path program(int machine) throws IOException {
        byte[] elf = new byte[600_000];
        new Random(2).nextBytes(elf);
        byte[] header = {
            0x7f, 'E', 'L', 'F', 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 0, (byte) machine, 0
        };
        System.arraycopy(header, 0, elf, 0, header.length);
        return Files.write(home.resolve("stick"), elf);
    }

    private Result publishAgent(Path program, String... more) {
        List<String> words =
                new ArrayList<>(List.of("publish", "agent", program.toString(), "Better"));
        words.addAll(List.of(more));
        return new CommandLineRun(home)
                .with("METALAYER_URL", "http://localhost:1")
                .run(words.toArray(String[]::new));
    }

    @Test
    void aProgramBecomesAReportForSticksOfItsArchitecture() throws IOException {
        Result result = publishAgent(program(0xb7), "--agent-version", "0.2", "--json");

        assertThat(result.exitCode()).as(result.toString()).isZero();
        Path content = home.resolve("data/sticks/publisher/module/agent");
        JsonObject component =
                Json.parseObject(Files.readAllBytes(content.resolve("component.json")));
        assertThat(component.strings("hardware_classes", each -> each))
                .containsExactly("metalayer-console-arm64", "metalayer-kiosk-arm64");
        SystemDescriptor descriptor = SystemDescriptor.of(SystemFiles.AGENT, component);
        assertThat(descriptor.version()).hasToString("0.2");
        assertThat(descriptor.digest()).isEqualTo(Sha256.of(Files.readAllBytes(program(0xb7))));
        assertThat(content.resolve("program/00001")).isNotEmptyFile();
    }

    @Test
    void aProgramIsAskedForItsVersion() throws IOException {
        Result result = publishAgent(program(0x3e));

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains("give --agent-version");
    }

    @Test
    void whatNoStickRunsIsRefused() throws IOException {
        Path script = Files.writeString(home.resolve("script"), "#!/bin/sh\necho agent 0.2\n");

        for (Path file : List.of(script, program(0x28))) {
            Result result = publishAgent(file, "--agent-version", "0.2");
            assertThat(result.exitCode()).as(file.toString()).isEqualTo(1);
            assertThat(result.err())
                    .contains("is no native program of amd64 or arm64", "build --native");
        }
        for (Path file : List.of(home, home.resolve("nothing"))) {
            assertThat(publishAgent(file, "--agent-version", "0.2").err())
                    .contains("there is no file " + file);
        }
        assertThat(publishAgent(program(0x3e), "--agent-version", "new").exitCode()).isEqualTo(2);
    }

    @Test
    void anImageBecomesAReportThatWaits() throws IOException {
        Result result = publish(image());

        assertThat(result.exitCode()).as(result.toString()).isZero();
        assertThat(Json.parseObject(result.out().getBytes(StandardCharsets.UTF_8)).string("state"))
                .isEqualTo("spooled");
        Path content = home.resolve("data/sticks/publisher/module/os");
        assertThat(content.resolve("component.json")).content().contains("\"version\": \"2\"");
        assertThat(content.resolve("root/00000")).isNotEmptyFile();
        assertThat(content.resolve("kernel/00000")).isNotEmptyFile();
    }

    @Test
    void whatIsNoImageIsRefused() throws IOException {
        Path folder = image();
        Files.delete(folder.resolve(NAME + ".efi"));

        Result result = publish(folder);
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains(".efi is missing: build the image again");
        assertThat(publish(home).err()).contains("is no image that can be published");
    }
}
