package org.metalayer.image.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metalayer.image.base.Progress;

class ToolsTreeTest {

    private static final ToolsTree TREE = new ToolsTree("trixie", List.of("mkosi", "apt"));

    @TempDir Path cache;

    @Test
    void isNamedByWhatItIsAskedToContain() {
        assertThat(new ToolsTree("trixie", List.of("apt", "mkosi", "apt")).key())
                .isEqualTo(TREE.key())
                .matches("[0-9a-f]{16}");
        assertThat(new ToolsTree("forky", List.of("apt", "mkosi")).key()).isNotEqualTo(TREE.key());
        assertThat(new ToolsTree("trixie", List.of("apt")).key()).isNotEqualTo(TREE.key());
    }

    @Test
    void isMadeOnce() throws IOException {
        Path there = Files.createDirectory(cache.resolve("tools-" + TREE.key()));
        assertThat(TREE.in(cache, Mirrors.DEBIAN, Progress.UNSEEN)).isEqualTo(there);
    }

    @Test
    void isMadeOfAllThatImagesAreMadeWith() throws IOException {
        List<String> command =
                ToolsTree.ofThisVersion()
                        .command(
                                Path.of("/cache/tree"),
                                new Mirrors("http://mirror/debian", "http://mirror/security"));
        assertThat(command).startsWith("mmdebstrap", "--variant=apt");
        assertThat(command.get(2))
                .contains("mkosi", "systemd-repart", "erofs-utils")
                .doesNotContain("#");
        assertThat(command)
                .endsWith(
                        "trixie",
                        "/cache/tree",
                        "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg]"
                                + " http://mirror/debian trixie main");
    }
}
