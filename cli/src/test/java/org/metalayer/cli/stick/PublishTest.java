package org.metalayer.cli.stick;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metalayer.cli.harness.CommandLineRun;
import org.metalayer.cli.harness.Result;
import org.metalayer.protocol.json.Json;

/** {@code publish os} while no Main System runs: what is kept must be the image. */
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
