package org.metalayer.image.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InToolsTreeTest {

    @TempDir Path folder;

    /** In a tree with this computer's programs. */
    @Test
    void seesTheRecipeAndThisComputersNetwork() throws Exception {
        assumeTrue("root".equals(System.getProperty("user.name")), "it mounts");
        Path tree = Files.createDirectories(folder.resolve("tree"));
        for (String name :
                List.of(
                        "bin", "dev", "etc", "lib", "lib64", "proc", "run", "sbin", "sys", "tmp",
                        "usr")) {
            Files.createDirectory(tree.resolve(name));
        }
        Path stale = Files.writeString(tree.resolve("etc/resolv.conf"), "nameserver stale\n");
        Path recipe = Files.createDirectory(folder.resolve("recipe"));
        Files.writeString(recipe.resolve("mkosi.conf"), "the recipe\n");
        ProcessBuilder builder =
                new ProcessBuilder(
                                "unshare",
                                "--mount",
                                "--propagation",
                                "private",
                                "bash",
                                "-c",
                                "for name in bin lib lib64 sbin usr; do"
                                        + " mount --bind /$name \"$TOOLS/$name\"; done\n"
                                        + Resource.text("in-tools-tree.sh")
                                                .replace("--bind \"$TOOLS\"", "--rbind \"$TOOLS\""),
                                "bash",
                                "cat",
                                "mkosi.conf",
                                "/etc/resolv.conf")
                        .redirectErrorStream(true);
        builder.environment().put("TOOLS", tree.toString());
        builder.environment().put("RECIPE", recipe.toString());
        builder.environment().put("WORK", folder.toString());
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).isEqualTo("the recipe\n" + Files.readString(Path.of("/etc/resolv.conf")));
        assertThat(stale).hasContent("nameserver stale");
    }
}
