package org.metalayer.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildTest {
    private static final FileTime BEFORE = FileTime.from(Instant.parse("2026-01-01T10:00:00Z"));
    private static final FileTime BUILD = FileTime.from(Instant.parse("2026-01-01T11:00:00Z"));

    @TempDir Path root;

    /** A tree that was built an hour after its last change. */
    @BeforeEach
    void build() throws Exception {
        var files =
                List.of(
                        "pom.xml",
                        ".mvn/jvm.config",
                        "protocol/src/main/Wire.java",
                        "dashboard-web/src/page.tsx",
                        "server/src/main/Main.java",
                        "server/src/test/MainTest.java",
                        "image-builder/src/main/Image.java",
                        "server/target/quarkus-app/quarkus-run.jar",
                        "usb-agent/target/usb-agent.jar",
                        "cli/target/cli.jar",
                        "target/built");
        for (String file : files) {
            Files.createDirectories(root.resolve(file).getParent());
            Files.createFile(root.resolve(file));
        }
        try (var tree = Files.walk(root)) {
            for (Path path : tree.toList()) {
                Files.setLastModifiedTime(path, BEFORE);
            }
        }
        Files.setLastModifiedTime(root.resolve("target/built"), BUILD);
    }

    @Test
    void isCurrentWhenNothingChanged() throws Exception {
        assertThat(isBuilt()).isTrue();
    }

    @Test
    void isStaleWhenASourceChanged() throws Exception {
        touch("dashboard-web/src/page.tsx");
        assertThat(isBuilt()).isFalse();
    }

    @Test
    void isStaleWhenTheParentPomChanged() throws Exception {
        touch("pom.xml");
        assertThat(isBuilt()).isFalse();
    }

    @Test
    void isStaleWhenASourceWasRemoved() throws Exception {
        Files.delete(root.resolve("protocol/src/main/Wire.java"));
        assertThat(isBuilt()).isFalse();
    }

    @Test
    void isStaleWhenAProgramIsMissing() throws Exception {
        Files.delete(root.resolve("cli/target/cli.jar"));
        assertThat(isBuilt()).isFalse();
    }

    @Test
    void isCurrentWhenOnlyATestOrAnOutputChanged() throws Exception {
        touch("server/src/test/MainTest.java");
        touch("server/target/quarkus-app/quarkus-run.jar");
        assertThat(isBuilt()).isTrue();
    }

    private void touch(String file) throws IOException {
        Files.setLastModifiedTime(root.resolve(file), FileTime.from(Instant.now()));
    }

    private boolean isBuilt() throws IOException, InterruptedException {
        return Bash.run(root, Map.of(), "is_built").status() == 0;
    }
}
