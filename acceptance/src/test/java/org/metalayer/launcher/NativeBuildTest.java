package org.metalayer.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./metalayer build --native} on machines with and without GraalVM. */
@SuppressWarnings("NullAway.Init") // filled in before every test
class NativeBuildTest {
    private static final String JDK = System.getProperty("java.home");

    @TempDir Path home;
    private Machine machine;

    @BeforeEach
    void prepare() throws Exception {
        machine = Machine.in(home).with("node", "echo v22.19.0").with("npm", "");
    }

    @Test
    void saysWhatToInstallWhereThereIsNoGraalVm() throws Exception {
        Bash.Result result = machine.buildWith(Map.of("JAVA_HOME", JDK), "--native");
        assertThat(result.status()).isEqualTo(1);
        assertThat(result.output())
                .startsWith("metalayer: GraalVM builds native programs: install GraalVM 25")
                .endsWith("and set GRAALVM_HOME");
        assertThat(machine.calls()).doesNotContain("mvnw");
    }

    @Test
    void buildsWithTheGraalVmThatIsNamed() throws Exception {
        Bash.Result result =
                machine.buildWith(
                        Map.of("JAVA_HOME", JDK, "GRAALVM_HOME", graalVm("25.0.2")), "--native");
        assertThat(result.status()).as(result.output()).isZero();
        assertThat(result.output())
                .contains("usb-agent/target/stick")
                .endsWith("server/target/main-system");
    }

    @Test
    void buildsOneProgramWhereOneIsNamed() throws Exception {
        Bash.Result result =
                machine.buildWith(
                        Map.of("JAVA_HOME", JDK, "GRAALVM_HOME", graalVm("25.0.2")),
                        "--native",
                        "server");
        assertThat(result.status()).as(result.output()).isZero();
        assertThat(result.output())
                .endsWith("server/target/main-system")
                .doesNotContain("usb-agent");
    }

    /** As GraalVM is packed: the program on the PATH is a link to a link. */
    @Test
    void findsTheOneOnThePath() throws Exception {
        Path graalvm = Path.of(graalVm("25.0.2"));
        Path program = graalvm.resolve("lib/svm/bin/native-image");
        Files.createDirectories(program.getParent());
        Files.move(graalvm.resolve("bin/native-image"), program);
        Files.createSymbolicLink(
                graalvm.resolve("bin/native-image"), Path.of("../lib/svm/bin/native-image"));
        Files.createSymbolicLink(
                home.resolve("programs/native-image"), graalvm.resolve("bin/native-image"));
        Bash.Result result = machine.buildWith(Map.of("JAVA_HOME", JDK), "--native");
        assertThat(result.status()).as(result.output()).isZero();
    }

    @Test
    void anOlderOneIsNone() throws Exception {
        Bash.Result result =
                machine.buildWith(
                        Map.of("JAVA_HOME", JDK, "GRAALVM_HOME", graalVm("21.0.5")), "--native");
        assertThat(result.status()).isEqualTo(1);
        assertThat(result.output()).startsWith("metalayer: GraalVM builds native programs");
    }

    /** What the launcher looks at of one. */
    private String graalVm(String version) throws Exception {
        Path graalvm = home.resolve("graalvm");
        Files.createDirectories(graalvm.resolve("bin"));
        Files.writeString(graalvm.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        for (String program : List.of("native-image", "javac")) {
            Files.createFile(graalvm.resolve("bin").resolve(program));
            Bash.program("chmod", "+x", graalvm.resolve("bin").resolve(program).toString());
        }
        return graalvm.toString();
    }

    @Test
    void refusesOtherOptions() throws Exception {
        assertThat(machine.buildWith(Map.of("JAVA_HOME", JDK), "--native", "dashboard"))
                .isEqualTo(
                        new Bash.Result(
                                1,
                                "metalayer: build knows --native, --native agent and --native"
                                        + " server only, not --native dashboard"));
    }
}
