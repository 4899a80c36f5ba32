package org.metalayer.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When and how the launcher has an AOT cache made, with a stand-in for the JVM. */
class TrainingTest {
    private static final Instant BUILD = Instant.parse("2026-01-01T10:00:00Z");
    private static final String MAKES =
            """
            env >>"${BASH_SOURCE%/*}/environment"
            for word; do [[ $word != -XX:AOTCache=* ]] || echo learned >"${word#*=}"; done
            """;

    @TempDir Path root;
    private Path jdk;
    private Path cache;

    @BeforeEach
    void build() throws IOException {
        jdk = root.resolve("jdk");
        cache = root.resolve("server/target/aot/cache");
        Path jar = root.resolve("server/target/quarkus-app/quarkus-run.jar");
        Files.createDirectories(jar.getParent());
        Files.createDirectories(jdk.resolve("bin"));
        Files.createDirectories(root.resolve("target"));
        Files.createFile(jar);
        Files.setLastModifiedTime(jar, FileTime.from(BUILD));
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"25.0.2\"\n");
    }

    @Test
    void itIsMadeOnceForABuild() throws Exception {
        java(MAKES);
        assertThat(train())
                .isEqualTo(new Bash.Result(0, "Preparing faster starts, once for each build."));
        assertThat(cache).hasContent("learned\n");
        assertThat(train()).isEqualTo(new Bash.Result(0, ""));
    }

    @Test
    void itIsMadeAnewForAnotherJdk() throws Exception {
        java(MAKES);
        train();
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"25.0.3\"\n");
        assertThat(train().output()).isNotEmpty();
        assertThat(cache.resolveSibling("release")).hasSameTextualContentAs(jdk.resolve("release"));
    }

    @Test
    void itIsMadeAnewForAnotherBuild() throws Exception {
        java(MAKES);
        train();
        Files.setLastModifiedTime(cache, FileTime.from(BUILD.minusSeconds(1)));
        assertThat(train().output()).isNotEmpty();
    }

    /** Above all, nobody's own database is what is started on. */
    @Test
    void theCallersSettingsAreNotFollowed() throws Exception {
        java(MAKES);
        train("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://example/precious");
        assertThat(jdk.resolve("bin/environment")).content().doesNotContain("precious");
    }

    @Test
    void whereItDoesNotWorkNothingFailsAndItIsNotTriedAgain() throws Exception {
        java("echo no room >&2; exit 1");
        Bash.Result result = train();
        assertThat(result.status()).isZero();
        assertThat(result.output())
                .endsWith(
                        "That did not work, and starts stay as they are; the reason stands in %s."
                                .formatted(cache.resolveSibling("log")));
        assertThat(cache.resolveSibling("log")).content().contains("no room");
        assertThat(cache).isEmptyFile();
        assertThat(train()).isEqualTo(new Bash.Result(0, ""));
    }

    @Test
    void whoMustNotBuildMustNotTrain() throws Exception {
        java(MAKES);
        assertThat(train("METALAYER_BUILD", "never")).isEqualTo(new Bash.Result(0, ""));
        assertThat(cache).doesNotExist();
    }

    private void java(String script) throws IOException {
        Path java = jdk.resolve("bin/java");
        Files.writeString(java, "#!/usr/bin/env bash\n" + script + "\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
    }

    private Bash.Result train() throws Exception {
        return train("UNIMPORTANT", "");
    }

    private Bash.Result train(String variable, String value) throws Exception {
        Map<String, String> environment = new HashMap<>();
        environment.put("JAVA_HOME", jdk.toString());
        environment.put("PATH", jdk.resolve("bin") + ":" + System.getenv("PATH"));
        environment.put(variable, value);
        return Bash.run(root, environment, "train_if_needed");
    }
}
