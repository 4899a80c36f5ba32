package org.metalayer.image.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metalayer.image.base.ImageException;
import org.metalayer.image.bundle.DebianPackage;

/** The parts around mkosi, with real processes. */
class BuildTest {

    @TempDir Path folder;

    @Test
    void readsThePackagesThatMkosiLists() throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("mlos_1.manifest"),
                        """
                        {"manifest_version": 1, "config": {"name": "mlos"}, "packages": [
                          {"type": "deb", "name": "bash", "version": "5.2.37-2+b10", "architecture": "amd64"}]}
                        """);
        assertThat(MkosiManifest.packages(file))
                .containsExactly(new DebianPackage("bash", "5.2.37-2+b10", "amd64"));
    }

    @Test
    void refusesAnotherList() throws IOException {
        for (String text : List.of("", "[]", "{}", "{\"packages\":[{\"type\":\"rpm\"}]}")) {
            Path file = Files.writeString(folder.resolve("x.manifest"), text);
            assertThatThrownBy(() -> MkosiManifest.packages(file))
                    .isInstanceOf(ImageException.class)
                    .hasMessageContaining("no manifest of mkosi");
        }
    }

    @Test
    void asksTheAgentWhichItIs() throws IOException {
        Agent agent = Agent.of(program("echo 'Meta Layer agent 0.1.0'"));
        assertThat(agent.version()).isEqualTo("0.1.0");
        agent.placeIn(folder.resolve("tree"));
        assertThat(folder.resolve("tree/usr/bin/stick")).isExecutable();
    }

    @Test
    void refusesWhatIsNoAgent() throws IOException {
        assertThatThrownBy(() -> Agent.of(folder.resolve("missing")))
                .isInstanceOf(ImageException.class)
                .hasMessageContaining("./metalayer build --native");
        Path other = program("echo 'error while loading shared libraries'");
        assertThatThrownBy(() -> Agent.of(other))
                .isInstanceOf(ImageException.class)
                .hasMessageContaining("is no agent");
    }

    @Test
    void saysWhyALongRunFailedAndKeepsWhatItSaid() throws IOException {
        Path log = folder.resolve("run.log");
        List<String> seen = new ArrayList<>();
        LongRun run =
                new LongRun(
                        "mkosi",
                        List.of("sh", "-c", "echo one; echo \"no $WHAT\" >&2; exit 3"),
                        Map.of("WHAT", "space left"),
                        log);
        assertThatThrownBy(() -> run.run(seen::add))
                .isInstanceOf(ImageException.class)
                .hasMessageContaining("mkosi failed with code 3: no space left")
                .hasMessageContaining(log.toString());
        assertThat(seen).containsExactly("one", "no space left");
        assertThat(log).hasContent("one\nno space left\n");
    }

    @Test
    void keysThatAreNotThereAreNoticedBeforeTheWork() {
        assertThatThrownBy(() -> new SecureBootKeys(folder.resolve("a"), folder.resolve("b")))
                .isInstanceOf(ImageException.class)
                .hasMessageContaining("cannot be read");
    }

    private Path program(String script) throws IOException {
        Path file = Files.writeString(folder.resolve("program"), "#!/bin/sh\n" + script + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }
}
