package org.metalayer.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The real launcher on machines that lack what it needs. */
@SuppressWarnings("NullAway.Init") // filled in before every test
class MissingToolsTest {
    private static final Map<String, String> JDK =
            Map.of("JAVA_HOME", System.getProperty("java.home"));
    private static final String NODE_NEEDED =
            "metalayer: Node 20.19 or newer is needed to build the dashboard: ";

    /** Nothing can be installed: no network, or whoever calls is not root. */
    private static final String FAILS = "exit 100";

    /** Runs what follows where no JDK is in any usual place. */
    private static final String[] WITHOUT_JDKS = {
        "/usr/bin/unshare",
        "--mount",
        "bash",
        "-c",
        """
        for place in /usr/lib/jvm /opt; do
          [[ ! -d $place ]] || mount -t tmpfs none "$place" || exit 99
        done
        exec "$@"
        """,
        "without-jdks"
    };

    @TempDir Path home;
    private Machine machine;

    @BeforeEach
    void prepare() throws Exception {
        machine = Machine.in(home);
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "v9.11.2", "v18.20.4", "v20.18.3", "v21.7.0", "v22.11.0"})
    void namesThePackagesOfTheSystemWhenNodeIsMissingOrTooOld(String version) throws Exception {
        if (!version.equals("none")) {
            node(version);
        }
        machine.with("apt-get", FAILS).offering("nodejs", "20.19.2+dfsg-1");
        assertThat(machine.build(JDK))
                .isEqualTo(new Bash.Result(1, NODE_NEEDED + "sudo apt-get install nodejs npm"));
        assertThat(machine.calls()).doesNotContain("mvnw");
    }

    @Test
    void aNodeWithoutItsPackageManagerIsNotEnough() throws Exception {
        machine.with("node", "echo v22.19.0").with("apt-get", FAILS).offering("nodejs", "20.19.2");
        assertThat(machine.build(JDK))
                .isEqualTo(new Bash.Result(1, NODE_NEEDED + "sudo apt-get install nodejs npm"));
    }

    @ParameterizedTest
    @CsvSource({"nodejs, 18.20.4+dfsg-1", "nodejs, (none)", "other, 22"})
    void namesNodeSourceWhereTheSystemOffersNoNodeThatIsNewEnough(String name, String version)
            throws Exception {
        machine.with("apt-get", "").offering(name, version);
        Bash.Result result = machine.build(JDK);
        assertThat(result.status()).isEqualTo(1);
        assertThat(result.output())
                .startsWith(NODE_NEEDED + "install the package nodejs as https://")
                .doesNotContain("\n");
        assertThat(machine.calls()).noneMatch(call -> call.contains("install"));
    }

    @Test
    void saysSoWithoutAnyPackageManager() throws Exception {
        Bash.Result result = machine.build(JDK);
        assertThat(result.status()).isEqualTo(1);
        assertThat(result.output()).startsWith(NODE_NEEDED + "install the package nodejs as");
    }

    @Test
    void installsNodeWhenRunAsRootAndGoesOn() throws Exception {
        assumeTrue(isRoot());
        machine.offering("nodejs", "20.19.2+dfsg-1")
                .with(
                        "apt-get",
                        """
                        [[ $1 == install ]] || exit 0
                        for tool in node npm; do
                          printf '#!/usr/bin/env bash\\necho v20.19.2\\n' >"${0%/*}/$tool"
                          chmod +x "${0%/*}/$tool"
                        done
                        """);
        Bash.Result result = machine.build(JDK);
        assertThat(result.status()).as(result.output()).isZero();
        assertThat(machine.calls())
                .containsSubsequence(
                        "apt-get update -qq",
                        "apt-get install -y -qq --no-install-recommends nodejs npm",
                        "mvnw");
    }

    @Test
    void installsNothingForAnybodyElse() throws Exception {
        assumeTrue(isRoot());
        Bash.program("chmod", "-R", "go+rwX", home.toString());
        machine.with("apt-get", "").offering("nodejs", "20.19.2");
        Bash.Result result =
                machine.build(JDK, "/usr/bin/setpriv", "--reuid=65534", "--clear-groups");
        assertThat(result.status()).isEqualTo(1);
        assertThat(result.output()).endsWith(NODE_NEEDED + "sudo apt-get install nodejs npm");
        assertThat(machine.calls()).noneMatch(call -> call.startsWith("apt-get"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"v20.19.0", "v22.12.0", "v24.1.0"})
    void aNodeThatIsNewEnoughIsUsedAsItIs(String version) throws Exception {
        node(version);
        machine.with("apt-get", FAILS);
        assertThat(machine.build(JDK).status()).isZero();
        assertThat(machine.calls()).contains("mvnw").noneMatch(call -> call.startsWith("apt"));
    }

    @Test
    void namesTheJdksPackageAndTriesItAsRoot() throws Exception {
        assumeTrue(isRoot() && canHideJdks());
        machine.with("apt-get", "").offering("openjdk-25-jdk-headless", "25.0.1+8-1");
        assertThat(machine.build(Map.of(), WITHOUT_JDKS))
                .isEqualTo(
                        new Bash.Result(
                                1,
                                "metalayer: a JDK 25 is needed: sudo apt-get install"
                                        + " openjdk-25-jdk-headless"));
        assertThat(machine.calls())
                .contains("apt-get install -y -qq --no-install-recommends openjdk-25-jdk-headless");
    }

    @Test
    void installsTheJdkWhenRunAsRootAndBuildsWithIt() throws Exception {
        assumeTrue(isRoot() && canHideJdks() && Files.isDirectory(Path.of("/usr/lib/jvm")));
        node("v22.19.0");
        machine.offering("openjdk-25-jdk-headless", "25.0.1+8-1")
                .with(
                        "apt-get",
                        """
                        [[ $1 == install ]] || exit 0
                        home=/usr/lib/jvm/java-25-openjdk-amd64
                        mkdir -p "$home/bin"
                        echo 'JAVA_VERSION="25.0.1"' >"$home/release"
                        cp "$0" "$home/bin/javac"
                        """);
        Bash.Result result = machine.build(Map.of(), WITHOUT_JDKS);
        assertThat(result.status()).as(result.output()).isZero();
        assertThat(machine.calls())
                .filteredOn(call -> !call.startsWith("node ") && !call.startsWith("apt-cache "))
                .containsExactly(
                        "apt-get update -qq",
                        "apt-get install -y -qq --no-install-recommends openjdk-25-jdk-headless",
                        "mvnw",
                        "JAVA_HOME=/usr/lib/jvm/java-25-openjdk-amd64");
    }

    @Test
    void namesTemurinWhereTheSystemOffersNoJdkThatIsNewEnough() throws Exception {
        assumeTrue(isRoot() && canHideJdks());
        machine.with("apt-get", "").offering("openjdk-25-jdk-headless", "(none)");
        Bash.Result result = machine.build(Map.of(), WITHOUT_JDKS);
        assertThat(result.status()).isEqualTo(1);
        assertThat(result.output())
                .startsWith("metalayer: a JDK 25 is needed: install the package temurin-25-jdk")
                .doesNotContain("\n");
    }

    private void node(String version) throws IOException {
        machine.with("node", "echo " + version).with("npm", "echo 10.8.2");
    }

    private static boolean isRoot() throws IOException, InterruptedException {
        return Bash.program("id", "-u").output().equals("0");
    }

    private static boolean canHideJdks() throws IOException, InterruptedException {
        return Bash.program("unshare", "--mount", "true").status() == 0;
    }
}
