package org.metalayer.image.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metalayer.image.harness.FakeComputer;
import org.metalayer.image.harness.Verbs;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.json.JsonObject;

@SuppressWarnings("NullAway.Init") // filled in before every test
class ListTest {

    private static final String MANIFEST =
            """
            {"name": "metalayer", "version": "1.2", "architecture": "amd64", "profile": "console",
             "agent_version": "0.1.0", "source_date_epoch": 1767225600,
             "image": {"file": "a.raw", "size": 3,
               "sha256": "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae"},
             "partitions": [], "boot_files": [], "packages": []}
            """;

    @TempDir Path folder;
    private FakeComputer computer;

    @BeforeEach
    void prepare() throws IOException {
        computer = new FakeComputer(folder.resolve("computer"));
    }

    @Test
    void saysWhatToDoWhereThereIsNothing() {
        assertThat(run().out())
                .contains("make one with ./metalayer image build")
                .contains("No disks: plug in a USB stick.");
    }

    @Test
    void listsDisksAndWhyOthersAreRefused() throws IOException {
        computer.stick("sda", "4C530001", 8_000_000_000L);
        computer.internal("sdb", 500_000_000_000L);
        assertThat(run().out())
                .contains("sda  SanDisk Ultra, 8.0 GB, serial number 4C530001  can be flashed")
                .contains(
                        "sdb  unnamed disk, 500.0 GB, no serial number  refused: it is no USB"
                                + " disk");
    }

    @Test
    void listsImagesAndWhyOthersCannotBeFlashed() throws IOException {
        image("good", MANIFEST, "foo");
        image("short", MANIFEST, "fo");
        image("torn", MANIFEST.substring(0, 100), "foo");
        image("never", MANIFEST.replace("1767225600", "999999999999999999"), "foo");
        image("away", MANIFEST.replace("a.raw", "../../etc/passwd"), "foo");
        Files.createDirectories(folder.resolve("image-builder/target/images/unrelated"));
        assertThat(run().out().lines())
                .satisfiesOnlyOnce(
                        line -> assertThat(line).contains("good/a.raw  3 B  console 1.2 for amd64"))
                .satisfiesOnlyOnce(line ->
                        assertThat(line).contains("short cannot be flashed: a.raw has 2 bytes"))
                .satisfiesOnlyOnce(line -> assertThat(line).contains("torn cannot be flashed"))
                .satisfiesOnlyOnce(line -> assertThat(line).contains("never cannot be flashed"))
                .satisfiesOnlyOnce(line -> assertThat(line).contains("away cannot be flashed"))
                .noneSatisfy(line -> assertThat(line).contains("unrelated"));
    }

    @Test
    void printsTheSameAsJson() throws IOException {
        computer.stick("sda", "4C530001", 8_000_000_000L);
        computer.partition("sda", 1, 1_000_000_000);
        image("good", MANIFEST, "foo");
        JsonObject json = Json.parseObject(run("--json").out().getBytes(StandardCharsets.UTF_8));
        JsonObject disk = json.objects("disks", each -> each).getFirst();
        assertThat(disk.bool("flashable")).isTrue();
        assertThat(disk.string("serial")).isEqualTo("4C530001");
        assertThat(disk.objects("partitions", each -> each.string("name"))).containsExactly("sda1");
        JsonObject image = json.objects("images", each -> each).getFirst();
        assertThat(image.bool("usable")).isTrue();
        assertThat(image.string("version")).isEqualTo("1.2");
    }

    private void image(String name, String manifest, String content) throws IOException {
        Path images =
                Files.createDirectories(folder.resolve("image-builder/target/images/" + name));
        Files.writeString(images.resolve("manifest.json"), manifest);
        Files.writeString(images.resolve("a.raw"), content);
    }

    private Verbs.Result run(String... more) {
        Object[] arguments = new Object[1 + more.length];
        arguments[0] = "list";
        System.arraycopy(more, 0, arguments, 1, more.length);
        return new Verbs(folder, computer).run(arguments);
    }
}
