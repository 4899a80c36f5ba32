package org.metalayer.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdkTest {
    /**
     * No JDK but those in the temporary folder, and a package manager that only says what it
     * offers.
     */
    private static final String ISOLATED =
            """
            jdk_places() { printf '%s\\n' "$PLACES"/*; }
            apt_install() { return 1; }
            apt_offers() { [[ $OFFERED == "$1" ]]; }
            """;

    @TempDir Path places;

    @Test
    void prefersAnyNewJdkToAnOlderOneInJavaHome() throws Exception {
        Path old = jdk("old", "17.0.15");
        Path recent = jdk("recent", "25.0.3");
        assertThat(find(old)).isEqualTo(new Bash.Result(0, recent.toString()));
    }

    @Test
    void prefersAnyNewJdkToAnOlderOneOnThePath() throws Exception {
        Path old = jdk("old", "17.0.15");
        Path recent = jdk("recent", "25.0.3");
        Path java = Files.createFile(old.resolve("bin/java"));
        assertThat(java.toFile().setExecutable(true)).isTrue();
        String path = "PATH=%s:$PATH; unset JAVA_HOME; ".formatted(old.resolve("bin"));
        assertThat(
                        Bash.run(
                                places,
                                Map.of("PLACES", places.toString()),
                                path + ISOLATED + "find_jdk"))
                .isEqualTo(new Bash.Result(0, recent.toString()));
    }

    @Test
    void keepsAJavaHomeThatIsNewEnough() throws Exception {
        jdk("another", "25");
        Path chosen = jdk("chosen", "26-ea");
        assertThat(find(chosen)).isEqualTo(new Bash.Result(0, chosen.toString()));
    }

    @Test
    void passesOverARuntimeWithoutACompiler() throws Exception {
        Files.delete(jdk("runtime", "25.0.3").resolve("bin/javac"));
        assertThat(find(places).status()).isEqualTo(1);
    }

    @Test
    void namesThePackageThatTheSystemOffers() throws Exception {
        assertThat(require("openjdk-25-jdk-headless"))
                .isEqualTo(
                        new Bash.Result(
                                1,
                                "metalayer: a JDK 25 is needed: sudo apt-get install"
                                        + " openjdk-25-jdk-headless"));
    }

    @Test
    void namesTemurinWhereTheSystemOffersNoPackage() throws Exception {
        Bash.Result result = require("");
        assertThat(result.status()).isEqualTo(1);
        assertThat(result.output()).contains("temurin-25-jdk").doesNotContain("\n");
    }

    private Bash.Result find(Path javaHome) throws IOException, InterruptedException {
        return run(javaHome, "", "find_jdk");
    }

    private Bash.Result require(String offered) throws IOException, InterruptedException {
        return run(places, offered, "require_jdk");
    }

    private Bash.Result run(Path javaHome, String offered, String script)
            throws IOException, InterruptedException {
        var environment =
                Map.of(
                        "JAVA_HOME", javaHome.toString(),
                        "PLACES", places.toString(),
                        "OFFERED", offered);
        // Hides the java that this machine has on its PATH.
        var noJava = "java() { return 0; }\n";
        return Bash.run(places, environment, noJava + ISOLATED + script);
    }

    private Path jdk(String name, String version) throws IOException {
        Path home = places.resolve(name);
        Files.createDirectories(home.resolve("bin"));
        Path javac = Files.createFile(home.resolve("bin/javac"));
        assertThat(javac.toFile().setExecutable(true)).isTrue();
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        return home;
    }
}
